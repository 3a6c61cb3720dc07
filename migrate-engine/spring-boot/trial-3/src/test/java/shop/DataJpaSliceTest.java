package shop;

import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;

@DataJpaTest
class DataJpaSliceTest extends ProductsContract {}
