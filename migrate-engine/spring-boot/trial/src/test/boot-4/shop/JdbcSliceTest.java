package shop;

import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;

@JdbcTest
class JdbcSliceTest extends ProductsContract {}
