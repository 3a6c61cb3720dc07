package dev.migrate.picture.page;

import dev.migrate.picture.svg.Style;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the page looks. The page allows this style alone, by its digest, and nothing else. */
final class PageStyle {

  /** The style. */
  static final String TEXT =
      Style.COLOURS
          + Style.SHAPES
          + """
          *{box-sizing:border-box}
          body{margin:0;background:var(--page);color:var(--ink);\
          font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
          main,header,nav{max-width:1180px;margin:0 auto;padding:0 24px}
          header{padding-top:28px}h1{font-size:26px;margin:0 0 4px}
          h2{font-size:20px;margin:40px 0 10px;padding-top:14px;border-top:1px solid var(--rule)}
          h3{font-size:15px;margin:20px 0 8px}p{margin:8px 0}
          nav{padding-top:10px;padding-bottom:4px}nav a{margin-right:16px}
          a{color:var(--pending)}
          .soft{color:var(--soft)}.warn{color:var(--warn)}
          .tiles{display:flex;flex-wrap:wrap;gap:12px;margin:16px 0;padding:0;list-style:none}
          .tiles li{border:1px solid var(--rule);border-left:5px solid var(--line);\
          border-radius:6px;padding:8px 14px;min-width:130px;background:var(--card)}
          .tiles strong{display:block;font-size:20px}
          .tiles .applied{border-left-color:var(--applied)}
          .tiles .pending{border-left-color:var(--pending)}
          .tiles .bad{border-left-color:var(--warn)}
          .scroll{overflow:auto;max-height:85vh;border:1px solid var(--rule);border-radius:8px;\
          margin:10px 0}
          .scroll>svg{display:block}
          .fit:checked~.scroll>svg{width:100%;height:auto}
          .key{border-left:5px solid var(--line);padding-left:6px;margin-right:10px}
          .key.applied{border-left-color:var(--applied)}
          .key.pending{border-left-color:var(--pending)}
          .key.begun{border-left-color:var(--begun)}
          pre{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",\
          monospace;background:var(--band);color:var(--ink);border-radius:6px;padding:10px 12px;\
          margin:8px 0;white-space:pre-wrap;overflow-wrap:anywhere}
          pre.warn{border-left:5px solid var(--warn);color:var(--ink)}
          .problem{border-left:5px solid var(--warn);background:var(--card);padding:4px 14px;\
          margin:10px 0;border-radius:6px}
          details{margin:10px 0;border:1px solid var(--rule);border-radius:8px;padding:6px 14px}
          summary{cursor:pointer}
          table{border-collapse:collapse;width:100%;font-size:14px}
          th,td{text-align:left;vertical-align:top;padding:5px 10px;\
          border-bottom:1px solid var(--rule);white-space:pre-wrap;overflow-wrap:anywhere}
          th{color:var(--soft);font-weight:600}
          .number{text-align:right;white-space:nowrap}.tight{white-space:nowrap}
          .bar{fill:var(--pending)}
          footer{max-width:1180px;margin:40px auto;padding:0 24px;color:var(--soft)}
          @media print{nav,.fit,.fit+label{display:none}.scroll{overflow:visible;max-height:none;\
          border:0}.scroll>svg{max-width:100%;height:auto;max-height:250mm}\
          details::details-content{content-visibility:visible;block-size:auto}\
          h2,h3,summary{break-after:avoid}pre,tr{break-inside:avoid}}
          """;

  private PageStyle() {}

  /** The policy of the page: no network, no scripts, no other style. */
  static String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + digest()
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(TEXT.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JVM has SHA-256", missing);
    }
  }
}
