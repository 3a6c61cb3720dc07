package shop;

import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;

@DataJdbcTest
class DataJdbcSliceTest extends ProductsContract {}
