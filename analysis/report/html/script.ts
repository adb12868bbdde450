/**
 * What report.html does by itself, allowed by its hash: each drawing shown as a table or as a chart, and its values read by
 * pointer or keyboard. Without it the page says the same, in one piece. It touches nothing outside the page.
 */
import { dayNames } from '../../../surveys/days.ts'
export const script = `'use strict';
(() => {
  const make = (name, className, words) => {
    const made = document.createElement(name)
    if (className) made.className = className
    if (words) made.textContent = words
    return made
  }
  const tip = make('div', 'tip')
  tip.setAttribute('role', 'status')
  tip.hidden = true
  document.body.append(tip)
  const showTip = (words, box) => {
    if (tip.textContent !== words) tip.textContent = words
    tip.hidden = false
    const width = tip.offsetWidth
    const left = Math.max(8, Math.min(box.left + box.width / 2 - width / 2, document.documentElement.clientWidth - width - 8))
    const above = box.top - tip.offsetHeight - 8
    tip.style.left = left + scrollX + 'px'
    tip.style.top = (above < 0 ? box.bottom + 8 : above) + scrollY + 'px'
  }
  const quiet = () => { tip.hidden = true }
  addEventListener('keydown', (event) => { if (event.key === 'Escape') quiet() })

  const switcher = (figure, names, show) => {
    const tools = make('div', 'tools')
    tools.setAttribute('role', 'group')
    tools.setAttribute('aria-label', 'Affichage')
    const buttons = names.map((name, at) => {
      const button = make('button', '', name)
      button.type = 'button'
      button.addEventListener('click', () => choose(at))
      tools.append(button)
      return button
    })
    const choose = (at) => {
      buttons.forEach((button, own) => button.setAttribute('aria-pressed', String(own === at)))
      show(at)
      quiet()
    }
    const caption = figure.querySelector('figcaption')
    caption.after(tools)
    choose(0)
  }

  for (const figure of document.querySelectorAll('figure.grid')) {
    const table = figure.querySelector('table.bars')
    if (!table) continue
    switcher(figure, ['Graphique', 'Tableau'], (at) => figure.classList.toggle('numbers', at === 1))
    for (const row of table.tBodies[0].rows) {
      const words = row.dataset.tip
      if (!words) continue
      row.tabIndex = 0
      const say = () => showTip(words, row.querySelector('.drawn').getBoundingClientRect())
      row.addEventListener('pointerenter', say)
      row.addEventListener('focus', say)
      row.addEventListener('pointerleave', quiet)
      row.addEventListener('blur', quiet)
    }
  }

  const days = ${JSON.stringify(dayNames())}
  const hour = (half) => Math.floor(half / 2) + '\\u00a0h' + (half % 2 ? '\\u00a030' : '')
  for (const layer of document.querySelectorAll('.layer[data-week]')) {
    const texts = JSON.parse(layer.dataset.week)
    const area = layer.querySelector('.lines>div')
    const name = layer.querySelector('p').textContent
    const said = (day, half) => texts[day][half] === 0 ? 'aucun enfant' : texts[day][half]
    const cursor = make('div', 'cursor')
    cursor.tabIndex = 0
    cursor.setAttribute('role', 'application')
    cursor.setAttribute('aria-label', name + ', demi-heure par demi-heure : flèches pour se déplacer')
    const spot = make('div', 'spot')
    spot.hidden = true
    cursor.append(spot)
    area.append(cursor)
    let day = 0
    let half = 14
    const point = () => {
      const box = cursor.getBoundingClientRect()
      const [width, height] = [box.width / 48, box.height / 7]
      spot.hidden = false
      spot.style.left = half * width + 'px'
      spot.style.top = day * height + 'px'
      spot.style.width = width + 'px'
      spot.style.height = height + 'px'
      showTip(days[day] + ' à ' + hour(half) + '\\u00a0: ' + said(day, half), spot.getBoundingClientRect())
    }
    const leave = () => { spot.hidden = true; quiet() }
    cursor.addEventListener('pointermove', (event) => {
      const box = cursor.getBoundingClientRect()
      day = Math.max(0, Math.min(6, Math.floor((event.clientY - box.top) / box.height * 7)))
      half = Math.max(0, Math.min(47, Math.floor((event.clientX - box.left) / box.width * 48)))
      point()
    })
    cursor.addEventListener('focus', point)
    cursor.addEventListener('blur', leave)
    cursor.addEventListener('pointerleave', () => { if (document.activeElement !== cursor) leave() })
    const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }
    cursor.addEventListener('keydown', (event) => {
      const move = moves[event.key]
      if (!move) return
      event.preventDefault()
      day = Math.max(0, Math.min(6, day + move[0]))
      half = Math.max(0, Math.min(47, half + move[1]))
      point()
    })
  }

  for (const figure of document.querySelectorAll('figure.heat')) {
    let tables = null
    const build = () => [...figure.querySelectorAll('.layer[data-week]')].map((layer) => {
      const texts = JSON.parse(layer.dataset.week)
      const scroll = make('div', 'scroll')
      const table = make('table', 'wide')
      table.append(make('caption', '', layer.querySelector('p').textContent))
      const head = table.createTHead().insertRow()
      for (const title of ['Demi-heure', ...days]) {
        const cell = make('th', '', title)
        cell.scope = 'col'
        head.append(cell)
      }
      const body = table.createTBody()
      for (let half = 0; half < 48; half++) {
        if (texts.every((line) => line[half] === 0)) continue
        const row = body.insertRow()
        const first = make('th', '', hour(half))
        first.scope = 'row'
        row.append(first)
        for (const line of texts) row.insertCell().textContent = line[half] === 0 ? '–' : line[half]
      }
      scroll.append(table)
      return scroll
    })
    switcher(figure, ['Carte', 'Tableau'], (at) => {
      figure.classList.toggle('numbers', at === 1)
      if (at !== 1 || tables) return
      tables = make('div', 'weektables')
      tables.append(...build())
      figure.append(tables)
    })
  }
})()
`
