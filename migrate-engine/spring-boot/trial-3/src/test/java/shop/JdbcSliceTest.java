package shop;

import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;

@JdbcTest
class JdbcSliceTest extends ProductsContract {}
