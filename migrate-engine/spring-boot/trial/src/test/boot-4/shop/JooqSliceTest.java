package shop;

import org.springframework.boot.jooq.test.autoconfigure.JooqTest;

@JooqTest
class JooqSliceTest extends ProductsContract {}
