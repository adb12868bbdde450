/** How a paper form is laid out: a Typst page that reads everything it says from `sys.inputs`, so no text is ever markup. */
export const form = String.raw`
#let data = json(bytes(sys.inputs.data))
#let say = data.say
#let isRtl = data.direction == "rtl"
#let easy = data.language == "fr-facile"
#let accent = rgb("#0b5d5e")
#let soft = rgb("#e3efee")
#let grey = rgb("#565c69")
#let rule = rgb("#b9b4a8")
#let size = if easy { 11pt } else if isRtl { 10.5pt } else { 10pt }

#set document(title: data.title, author: data.author)
#set text(
  font: if isRtl { ("Noto Naskh Arabic", "IBM Plex Sans") } else { ("IBM Plex Sans", "Noto Naskh Arabic") },
  size: size,
  lang: data.lang,
  dir: if isRtl { rtl } else { ltr },
  hyphenate: false,
  fill: rgb("#1b1f2a"),
)
#set par(leading: 0.55em, spacing: 0.65em)
#set heading(numbering: none)
#show heading.where(level: 1): it => text(size: 1.75em, weight: "bold", fill: accent, it.body)
#show heading.where(level: 2): it => block(
  width: 100%, above: 1.2em, below: 0.7em, sticky: true, fill: soft, inset: (x: 8pt, y: 6pt), radius: 4pt,
  text(size: 1.15em, weight: "bold", fill: accent, it.body),
)
#show heading.where(level: 3): it => block(above: 1em, below: 0.7em, sticky: true, text(size: 1.15em, weight: "bold", fill: accent, it.body))

// **bold** comes in pairs; anything else is said as it is
#let rich(words) = {
  let parts = words.split("**")
  for (at, part) in parts.enumerate() {
    if calc.odd(at) and at < parts.len() - 1 { strong(part) } else { part }
  }
}
#let latin(words) = text(dir: ltr, lang: "fr", font: ("IBM Plex Sans",), words)
#let square(side: 0.95em) = pdf.artifact(box(width: side, height: side, stroke: 0.9pt + rgb("#1b1f2a"), radius: 1.5pt, baseline: 0.12em))
#let dots(width) = pdf.artifact(box(width: width, height: 1.05em, baseline: 0.15em, stroke: (bottom: 0.8pt + grey)))
#let arrow = if isRtl { "←" } else { "→" }
#let code(words) = box(width: 1.35em, align(end, text(size: 7.5pt, fill: grey, latin(words))))
#let hint(words) = text(fill: grey, size: 0.93em, rich(words))
#let lead(words) = block(above: 0.8em, below: 0.55em, sticky: true, inset: if isRtl { (right: 8pt, y: 2pt) } else { (left: 8pt, y: 2pt) }, stroke: if isRtl { (right: 2.5pt + accent) } else { (left: 2.5pt + accent) }, text(weight: "bold", size: 0.9em, fill: accent, rich(words)))

#let option(choice) = {
  grid(
    columns: (1.35em, 1.3em) + if choice.picture == "" { () } else { (1.2cm,) } + (1fr,),
    column-gutter: 4pt, align: if choice.picture == "" { start + top } else { start + horizon },
    align(end, code(choice.code)), square(),
    ..if choice.picture != "" { (pdf.artifact(image(bytes(choice.picture), format: "svg", width: 1.2cm, height: 1.2cm, fit: "contain")),) },
    {
      rich(choice.text)
      if choice.at("writes", default: false) { h(4pt); dots(40%) }
      if choice.goTo != "" { h(6pt); text(weight: "bold", fill: accent)[#arrow~#choice.goTo] }
    },
  )
}
#let options(choices) = {
  let longest = calc.max(0, ..choices.map(choice => choice.text.clusters().len() + choice.goTo.clusters().len()))
  // a column of the page holds two short answers side by side
  let count = if choices.any(choice => choice.picture != "") { if longest < 16 { 2 } else { 1 } } else if choices.len() < 5 { 1 } else if longest < 19 or longest < 34 and choices.len() > 11 { 2 } else { 1 }
  let per = calc.ceil(choices.len() / count)
  let one(part) = list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 0.5em, ..part.map(option))
  if count == 1 { one(choices) } else {
    grid(columns: (1fr,) * count, column-gutter: 12pt, ..range(count).map(at => one(choices.slice(calc.min(at * per, choices.len()), calc.min((at + 1) * per, choices.len())))))
  }
}
#let lines(count) = pdf.artifact(block(width: 100%, above: 1.1em, below: 0.6em, for _ in range(count) { v(1.5em); line(length: 100%, stroke: 0.7pt + grey) }))
#let boxes(count) = pdf.artifact(box(baseline: 0.5em, stack(dir: ltr, ..range(count).map(_ => box(width: 1.7em, height: 2em, stroke: 0.9pt + rgb("#1b1f2a"))))))
#let ratings(choices) = grid(
  columns: choices.len() * (auto,), column-gutter: 14pt,
  ..choices.map(choice => [#square() #choice.code#if choice.text != "" [ #hint(choice.text)]]),
)
#let table-of(item) = {
  set text(size: 0.95em)
  table(
    columns: (1fr,) + item.choices.len() * ((if item.choices.len() > 3 { 1.35cm } else { 1.6cm }),),
    stroke: (x, y) => (bottom: 0.6pt + rule), inset: (x: 4pt, y: 6pt), align: (x, y) => if x == 0 { start + horizon } else { center + horizon },
    table.header([], ..item.choices.map(choice => text(size: 0.9em, weight: "bold", rich(choice.text)))),
    ..item.rows.enumerate().map(((at, row)) => ([#rich(row.text)], ..item.choices.map(choice => [#text(size: 7.5pt, fill: grey, latin(choice.code)) #square()]))).flatten(),
  )
}
#let numbers-of(item) = table(
  columns: (1fr, auto), stroke: (x, y) => (bottom: 0.6pt + rule), inset: (x: 4pt, y: 5pt), align: (start + horizon, end + horizon),
  ..item.rows.map(row => ([#rich(row.text)], [#boxes(item.digits) #rich(item.unit)])).flatten(),
)
#let moment(item) = {
  let hour = [#dots(1.7em) #say.hour #dots(1.7em)]
  set text(size: 0.93em)
  block(below: 0.55em, box([#say.from #hour #say.to #hour]))
  if item.asksCover {
    block(below: 0.8em, text(size: 0.84em, for (at, cover) in say.covers.enumerate() { box[#square(side: 0.85em) #cover#h(5pt)] }))
  }
}
#let week(item) = block(above: 0.8em, table(
  columns: (auto, 1fr), stroke: (x, y) => (bottom: 0.6pt + rule), inset: (x: 3pt, y: 4pt), align: start + horizon,
  ..say.days.map(day => (strong(day), { moment(item); moment(item) })).flatten(),
))

#let reading(piece) = {
  if piece.condition != "" { lead(piece.condition) }
  block(width: 100%, above: if piece.condition == "" { 1em } else { 0.55em }, below: 0.8em, fill: soft, radius: 3pt, inset: 7pt, {
    block(below: 0.5em, sticky: true, strong(rich(piece.title)))
    for paragraph in piece.text.split("\n").filter(line => line.trim() != "") { block(above: 0.5em, below: 0.5em, rich(paragraph)) }
  })
}

#let question(item) = if item.kind == "text" { reading(item) } else {
  if item.condition != "" { lead(item.condition) }
  block(
    breakable: item.kind == "week" or item.choices.len() > 12, width: 100%, above: if item.condition == "" { 1em } else { 0.55em }, below: 0.45em,
    {
      grid(
        columns: (2.1em, 1fr), column-gutter: 6pt,
        block(fill: accent, radius: 3pt, inset: (x: 3pt, y: 3.5pt), width: 2.1em, align(center, text(fill: white, weight: "bold", latin(item.number)))),
        {
          set block(spacing: 0.45em)
          block(above: 0.3em, strong(rich(item.title)))
          if item.help != "" { block(hint(item.help)) }
          if item.instruction != "" and (item.help == "" or item.carriedFrom != none) { block(hint(item.instruction)) }
          if item.range != "" { block(hint(item.range)) }
          v(0.2em)
          if item.kind == "number" [#boxes(item.digits)]
          else if item.kind == "numbers" { numbers-of(item) }
          else if item.kind == "date" { box[#boxes(2) #latin("/") #boxes(2) #latin("/") #boxes(4)] }
          else if item.kind == "line" { lines(1) }
          else if item.kind == "lines" { lines(4) }
          else if item.kind == "rating" { ratings(item.choices) }
          else if item.kind in ("grid", "ticks") { table-of(item) }
          else if item.kind == "week" { block(hint(say.weekHelp)); if item.asksCover { block(hint(say.coverHelp)) } ; block(strong(say.everyWeek)); week(item); block(hint(say.weekBWhere)) }
          else { options(item.choices) }
        },
      )
    },
  )
}

#let notice(form) = {
  text(size: 0.95em, fill: grey, data.author)
  v(-0.2em)
  heading(level: 1, form.paper.title)
  block(below: 0.9em, rich(form.paper.summary))
  if data.unread != "" { block(below: 0.6em, hint(data.unread)) }
  heading(level: 2, say.notice)
  set text(size: 0.93em)
  for line in form.paper.notice {
    block(above: 0.85em, below: 0.4em, breakable: false, {
      strong(rich(line.title)); h(5pt); rich(line.text)
      if line.more != "" { linebreak(); hint(line.more) }
    })
  }
}

#let tear(form) = block(breakable: false, width: 100%, above: 1.6em, {
  pdf.artifact(line(length: 100%, stroke: (paint: grey, thickness: 0.8pt, dash: "dashed")))
  block(above: 0.3em, below: 0.6em, align(end, text(size: 0.8em, fill: grey, say.tear)))
  grid(
    columns: (1fr, 3.1cm), column-gutter: 14pt,
    {
      heading(level: 3, say.codeTitle)
      block(below: 0.7em, text(size: 0.93em, say.codeText))
      grid(
        columns: (1fr,) * 3, row-gutter: 7pt, column-gutter: 6pt,
        ..form.words.enumerate().map(((at, word)) => [#text(fill: grey, size: 0.8em, latin(str(at + 1))) #strong(latin(word))]),
      )
      block(above: 0.9em, text(size: 0.9em)[#say.codeWhere #latin(data.codeAddress)])
      block(above: 0.7em, text(size: 0.9em)[#say.resultsWhere #latin(data.resultsAddress)])
    },
    align(center + horizon, image(bytes(form.qr), format: "svg", width: 3cm, alt: say.codeTitle)),
  )
})

#let form-of(form) = {
  let paper = form.paper
  let foot(shows) = context {
    set text(size: 8.5pt, fill: grey)
    grid(columns: (1fr, auto, 1fr), align: (start, center, end),
      if shows and form.number != "" [#say.sheet #strong(latin(form.number))] else { form.mark },
      latin(data.reference),
      [#say.page #latin(str(counter(page).get().first()))])
  }
  set page(paper: "a4", margin: (x: 1.5cm, top: 1.4cm, bottom: 1.3cm), footer: foot(false), footer-descent: 35%)
  pagebreak(weak: true, to: "odd")
  counter(page).update(1)
  notice(form)
  if form.words.len() > 0 {
    block(above: 1.2em, below: 0pt, inset: 9pt, radius: 4pt, stroke: 1pt + accent, width: 100%, [#strong(say.keep) #say.giveBack])
    tear(form)
  }
  pagebreak(weak: true, to: "odd")
  set page(columns: 2, footer: foot(true), header: if form.number == "" { none } else { align(end, text(size: 9pt, fill: grey)[#say.sheet #strong(latin(form.number))]) })
  heading(level: 1, paper.title)
  block(below: 0.6em, rich(paper.audience) + [ · ] + say.minutes)
  block(width: 100%, inset: 9pt, radius: 4pt, stroke: 1pt + accent, [
    #strong(say.how). #say.howText \
    #hint(say.staffCodes) \
    #say.online #latin(data.online)
  ])
  for (at, part) in paper.parts.enumerate() {
    if at == paper.optional { pagebreak(weak: true, to: "odd") }
    if part.title != "" { heading(level: 2, rich(part.title)) }
    if part.text != "" { block(below: 0.7em, sticky: true, rich(part.text)) }
    if part.condition != "" { lead(part.condition) }
    for piece in part.blocks {
      if piece.block == "item" { question(piece) } else {
        if piece.help != "" { hint(piece.help) }
        for row in range(piece.copies) {
          if row > 0 { colbreak(weak: true) }
          heading(level: if part.title == "" { 2 } else { 3 }, [#piece.name #latin(str(row + 1))])
          for item in piece.items { question(item) }
        }
        if piece.copies < piece.max { block(above: 1.2em, hint(say.moreRows)) }
      }
    }
  }
  block(above: 2em, breakable: false, width: 100%, inset: 10pt, radius: 4pt, fill: soft, strong(say.thanks))
  let weeks = paper.parts.map(part => part.blocks.filter(piece => piece.block == "rows" or piece.kind == "week")).flatten()
  let titled(name, item) = block(breakable: false, { heading(level: 3, [#name · #latin(item.number)]); week(item) })
  let other(piece) = if piece.block == "item" { (titled(rich(piece.title), piece),) } else {
    range(piece.copies).map(row => piece.items.filter(item => item.kind == "week").map(item => titled([#piece.name #latin(str(row + 1))], item))).flatten()
  }
  let leaves = weeks.map(other).flatten()
  if leaves.len() > 0 {
    pagebreak(weak: true, to: "odd")
    heading(level: 2, say.weekB)
    for leaf in leaves { leaf }
  }
}

#for (at, form) in data.forms.enumerate() {
  form-of((..form, paper: data.papers.at(form.paper)))
}
`
