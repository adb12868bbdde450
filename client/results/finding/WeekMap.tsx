/** The typical week as a heat map, what is missing first; any half-hour is read with its interval, all layers are printed. */
import { useId, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { isHatchedWeek, weekClasses } from '../../../surveys/charts/marks.ts'
import { silentHalf, silentHalves } from '../../../surveys/charts/no-figure.ts'
import { hatchWords } from '../../../surveys/charts/uncertain.ts'
import { dayNames } from '../../../surveys/days.ts'
import { capital } from '../../../surveys/languages.ts'
import { Tabs } from '../../parts/staff/Tabs.tsx'
import { peakText } from './Picture.tsx'
import { type Cell, WeekGrid } from './WeekGrid.tsx'
import './week-map.css'

type Layer = analyse.WeekChart['layers'][number]

/** What is missing comes first: it is what is decided on. */
const order: readonly Layer['layer'][] = ['lacking', 'needed', 'covered', 'regular']
export const inOrder = (layers: readonly Layer[]): Layer[] =>
  layers.toSorted((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer))

export function WeekMap({ chart: { title, base, layers } }: { chart: analyse.WeekChart }) {
  const ordered = inOrder(layers)
  const [chosen, setChosen] = useState<string>(ordered[0]!.layer)
  const layer = ordered.find((one) => one.layer === chosen) ?? ordered[0]!
  const [read, setRead] = useState<Cell>(() => peakOf(layer))
  return (
    <>
      <div className="drawing-title">
        <h2>{title}</h2>
        <p className="muted">{base}</p>
      </div>
      <div className="no-print">
        <Tabs
          label="Couche"
          tabs={ordered.map((one) => ({ name: one.layer, title: one.title }))}
          chosen={layer.layer}
          onChoose={setChosen}
        >
          <WeekGrid layer={layer} label={labelOf(layer)} read={read} onRead={setRead} />
          <Scale layer={layer} />
        </Tabs>
        <Reading layers={ordered} read={read} setRead={setRead} />
      </div>
      <div className="print-only">
        {ordered.map((one) => (
          <figure key={one.layer}>
            <figcaption>{one.title}</figcaption>
            <WeekGrid layer={one} label={labelOf(one)} read={null} />
            <Scale layer={one} />
          </figure>
        ))}
      </div>
    </>
  )
}

/** What its picture shows, in words: its own peak. */
const labelOf = ({ title, values }: Layer) => `${title}\u202f: ${peakText(values)}.`

const Scale = ({ layer }: { layer: Layer }) => (
  <ul className="scale" data-layer={layer.layer}>
    {weekClasses.map((text, level) => (
      <li key={text} data-level={level}>
        {text}
      </li>
    ))}
    {isHatchedWeek(layer) && <li data-level="hatched">{hatchWords}</li>}
    {silentHalves(layer) !== '' && <li data-level="secret">{silentHalves(layer)}</li>}
  </ul>
)

/** The half-hour that is read: a day and an hour, by keyboard or by pointing; each layer says its share and interval. */
function Reading({ layers, read, setRead }: { layers: Layer[]; read: Cell; setRead: (cell: Cell) => void }) {
  const id = useId()
  const { day, half } = read
  return (
    <section className="week-reading" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="visually-hidden">
        Lire une demi-heure
      </h3>
      <p className="week-reading-choice">
        <label htmlFor={`${id}-day`}>Jour</label>
        <select
          id={`${id}-day`}
          className="field"
          value={day}
          onChange={({ target }) => setRead({ day: Number(target.value), half })}
        >
          {dayNames().map((name, at) => (
            <option key={name} value={at}>
              {capital(name)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-hour`}>Heure</label>
        <input
          id={`${id}-hour`}
          type="range"
          min={0}
          max={47}
          value={half}
          aria-valuetext={spanText(half)}
          onChange={({ target }) => setRead({ day, half: Number(target.value) })}
        />
      </p>
      <div role="status">
        <p>
          <b>
            {capital(dayNames()[day]!)}, {spanText(half)}
          </b>
        </p>
        <dl>
          {layers.map((layer) => {
            const value = layer.values[day]![half]!
            return (
              <div key={layer.layer} data-layer={layer.layer}>
                <dt>{layer.title}</dt>
                <dd>
                  {value === null ? (
                    <b>{silentHalf(layer, day, half)}</b>
                  ) : (
                    <>
                      <b>{percent(value)}</b> <span className="muted">{layer.spans?.[day]?.[half]}</span>
                    </>
                  )}
                </dd>
              </div>
            )
          })}
        </dl>
      </div>
    </section>
  )
}

const percent = (value: number) => `${Math.round(value * 100)}\u202f%`
const hour = (half: number) => `${Math.floor(half / 2)}\u00a0h${half % 2 ? '\u00a030' : ''}`
const spanText = (half: number) => `de ${hour(half)} à ${hour(half + 1)}`

function peakOf({ values }: Layer): Cell {
  const cells = values.flatMap((row, day) => row.map((value, half) => ({ day, half, value: value ?? 0 })))
  const { day, half } = cells.reduce((best, one) => (one.value > best.value ? one : best))
  return { day, half }
}
