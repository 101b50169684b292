/** How the report looks: on a telephone, a screen, in the dark and on paper. */
export const style = `
:root{color-scheme:light dark;--paper:#ffffff;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--card:#f6f8fa;--accent:#0550ae;--band:#a5c8f0;--good:#1a7f37;--wait:#9a6700;--bad:#b42318;--bar:#8c959f}
@media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--soft:#9ea7b3;--line:#30363d;--card:#161b22;--accent:#79b8ff;--band:#1f4a7d;--good:#3fb950;--wait:#d29922;--bad:#ff7b72;--bar:#6e7681}}
*{box-sizing:border-box}
html{scroll-padding-top:3.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header,main,footer{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem}
h3{font-size:1rem;margin:0 0 .25rem}
p{margin:.5rem 0;max-width:46rem}
a{color:var(--accent)}
.soft,.empty,figcaption{color:var(--soft)}
nav{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line)}
nav ul{display:flex;gap:.25rem 1rem;margin:0 auto;max-width:72rem;padding:.6rem 1.25rem;list-style:none;flex-wrap:wrap}
@media (max-width:46rem){nav{position:static}}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:fixed;left:1rem;top:.5rem;width:auto;height:auto;clip-path:none;z-index:2;background:var(--paper);padding:.5rem 1rem}
.todo{border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:6px;background:var(--card);padding:.75rem 1.25rem;margin:1rem 0}
.todo h2{margin:0}
.todo ul{margin:.25rem 0;padding-left:1.2rem}
.todo li{margin:.35rem 0;overflow-wrap:anywhere;white-space:pre-line}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:1rem 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:6px;background:var(--card);padding:.75rem 1rem}
.tiles b{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
.good b{color:var(--good)}.wait b{color:var(--wait)}.bad b{color:var(--bad)}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:1rem}
figure{margin:0;border:1px solid var(--line);border-radius:6px;padding:.75rem;overflow-x:auto}
figure svg{display:block;max-width:100%;height:auto}
figure.wide svg{width:100%;min-width:36rem}
figure text{font-family:inherit}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.25rem 0;color:var(--soft);font-size:.9rem}
.legend i{display:inline-block;width:.9em;height:.9em;margin-right:.4em;vertical-align:-.1em;border-radius:2px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;color:var(--soft)}
input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--bar);border-radius:6px;padding:.3rem .6rem;min-width:14rem}
.scroll{overflow:auto;max-height:32rem;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{padding:.4rem .75rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top;max-width:24rem;overflow-wrap:break-word}
.short{white-space:nowrap}
th{position:sticky;top:0;background:var(--card);white-space:nowrap}
th button{all:unset;cursor:pointer;font-weight:600}
th button:focus-visible,button:focus-visible,.scroll:focus-visible,a:focus-visible,input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
th[aria-sort=ascending] button::after{content:" \\2191"}
th[aria-sort=descending] button::after{content:" \\2193"}
.number{text-align:right;font-variant-numeric:tabular-nums}
.more button{font:inherit;color:var(--accent);background:none;border:1px solid var(--line);border-radius:6px;padding:.35rem .9rem;cursor:pointer}
footer{color:var(--soft);border-top:1px solid var(--line);margin-top:3rem}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--card:#fff;--accent:#000;--band:#ccc;--bar:#777}
nav,.tools,.more,.skip{display:none}body{font-size:10pt}.scroll{max-height:none;overflow:visible;border:0}figure,.todo,.tiles li{break-inside:avoid}h2{break-after:avoid}th{position:static;white-space:normal}table{font-size:7pt}th,td{padding:.2rem .3rem}th button::after{content:none!important}}
`;
