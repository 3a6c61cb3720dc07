package shop;

import org.springframework.boot.test.autoconfigure.jooq.JooqTest;

@JooqTest
class JooqSliceTest extends ProductsContract {}
