package stock;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose revisions are components. */
@SpringBootApplication
class Stock {}
