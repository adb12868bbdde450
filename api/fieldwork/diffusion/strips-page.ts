/** How a page of strips is laid out: a Typst page that reads everything it says from `sys.inputs`. */
export const stripsPage = String.raw`
#let data = json(bytes(sys.inputs.data))
#let accent = rgb("#0b5d5e")
#let grey = rgb("#565c69")
#set document(title: "Codes d’invitation – " + data.title, author: data.author)
#set text(font: "IBM Plex Sans", lang: "fr", region: "FR", size: 9.5pt, fill: rgb("#1b1f2a"), hyphenate: false)
#set par(leading: 0.55em, spacing: 0.55em)
#set page(
  paper: "a4", margin: (x: 1cm, top: 1.25cm, bottom: 1.1cm),
  header: text(size: 8pt, fill: grey)[#data.label · à découper, un code par personne #h(1fr) #data.author],
  header-ascent: 25%,
  footer: text(size: 8pt, fill: grey)[Gardez ces feuilles sous clé, puis détruisez celles qui restent. #h(1fr) #context counter(page).display()],
  footer-descent: 20%,
)
#let dash = (paint: rgb("#7d786d"), thickness: 0.6pt, dash: "dashed")
#let strip(code, square) = block(
  width: 100%, height: 4.5cm, inset: (x: 10pt, y: 9pt), breakable: false,
  grid(
    columns: (1fr, 3cm), column-gutter: 8pt, align: (start + horizon, center + horizon),
    {
      block(above: 0pt, below: 7pt, text(weight: "bold", size: 11pt, fill: accent, data.title))
      block(above: 0pt, below: 9pt, text(size: 9pt)[Scannez le carré, ou tapez \ #text(weight: "bold", data.address)])
      block(above: 0pt, below: 9pt, [#text(size: 8.5pt, fill: grey)[Votre code] \ #text(size: 17pt, weight: "bold", tracking: 0.6pt, code)])
      text(size: 8pt, fill: grey)[Il sert une fois et ne dit pas qui vous êtes. #data.until]
    },
    image(bytes(square), format: "svg", width: 2.9cm, alt: "Carré à scanner pour répondre avec le code " + code),
  ),
)
#heading(level: 1, outlined: false, text(size: 1pt, fill: white, "Codes d’invitation : " + data.title))
#v(-9pt)
#grid(
  columns: (1fr, 1fr),
  stroke: dash,
  ..data.codes.zip(data.squares).map(((code, square)) => strip(code, square)),
)
`
