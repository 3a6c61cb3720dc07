package shop;

import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;

@DataJdbcTest
class DataJdbcSliceTest extends ProductsContract {}
