/** The typical week: ready hours, a ribbon to paint, a day and its slots. */

import { useEffect, useReducer, useState } from 'react'
import { dayNames } from '../../../surveys/days.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { type Cover, maxWeekRows } from '../../../surveys/questionnaire/week.ts'
import { useHeldFocus } from '../../parts/focus/useHeldFocus.ts'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import type { AnswerProps } from '../types/answer.ts'
import { Alternation } from './Alternation.tsx'
import { CopyDay } from './CopyDay.tsx'
import { CoverAll } from './CoverAll.tsx'
import { DayChips } from './DayChips.tsx'
import { Shapes } from './Shapes.tsx'
import { coverWords, SlotCard } from './SlotCard.tsx'
import { slotText as slotWords } from './said.ts'
import { type Shape, shaped } from './shapes.ts'
import { alternated, copied, copiedWeek, freeSlot, inTheWay, nextId, rowsOf, type Slot, stretchesOf } from './slots.ts'
import { listText, timeText } from './times.ts'
import { type Stroke, usePainting } from './usePainting.ts'
import { asksCover, firstUnsaid, setWeek, type Week, weekOf } from './week-state.ts'

export function WeekAnswer({ question, problem }: AnswerProps) {
  const say = useSay()
  const language = useLanguage()
  const isMirrored = languageRows[language].direction === 'rtl'
  // Draws again at each touch: a slot whose cover is not known yet changes no answer, so the model does not announce it.
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const week = weekOf(question)
  const [which, setWhich] = useState<'A' | 'B'>('A')
  const [day, setDay] = useState(() => week.slots[0]?.day ?? 1)
  const [announcement, setAnnouncement] = useState('')
  const [added, setAdded] = useState<number | null>(null)

  const names = dayNames(language)
  const current = week.alternates ? which : null
  const ofWeek = week.slots.filter((slot) => slot.week === current)
  const ofDay = ofWeek.filter((slot) => slot.day === day).sort((a, b) => a.from - b.from)
  const isAsked = asksCover(question)
  const unsaid = isAsked ? week.slots.filter(({ cover }) => cover === null) : []
  const slotText = (slot: Slot) => slotWords(slot, say, language)
  // the buttons of ready hours go once one is pressed, what is asked of these hours once it is said: the week stays in sight
  const [shapesPut, setShapesPut] = useState(0)
  const asked = useHeldFocus<HTMLDivElement>(`${shapesPut} ${unsaid.length > 1}`)
  const actions = useHeldFocus<HTMLDivElement>(`${ofDay.length} ${ofWeek.length === 0}`)
  const change = (next: Week, words: string): boolean => {
    if (rowsOf(next.slots, false).length > maxWeekRows) return false
    setWeek(question, next, slotText)
    setAnnouncement(words)
    redraw()
    return true
  }
  const put = (slots: Slot[], words: string) => change({ ...week, slots }, words)
  const replace = (slot: Slot) => {
    const other = inTheWay(week.slots, slot)
    if (other) setAnnouncement(say('week.overlap', { slot: slotText(other) }))
    else
      put(
        week.slots.map((one) => (one.id === slot.id ? slot : one)),
        slotText(slot),
      )
  }
  const add = () => {
    const slot = freeSlot(week.slots, current, day)
    if (slot === null) setAnnouncement(say('week.full', { day: names[day - 1] }))
    else if (put([...week.slots, slot], slotText(slot))) setAdded(slot.id)
  }
  const shape = (wanted: Shape) => {
    setDay(wanted.days[0]!)
    setShapesPut(shapesPut + 1)
    put(shaped(week.slots, current, wanted), wanted.days.length > 1 ? say('week.shaped') : '')
  }
  const paint = ({ day: on, from, to }: Stroke, isTouch: boolean) => {
    setDay(on)
    const slot: Slot = { id: nextId(week.slots), week: current, day: on, from, to, cover: null }
    const other = inTheWay(week.slots, slot)
    // a touch on a moment that is there shows it
    if (other && isTouch) setAnnouncement(slotText(other))
    else if (other) setAnnouncement(say('week.overlap', { slot: slotText(other) }))
    else put([...week.slots, slot], slotText(slot))
  }
  const { stroke, handlers } = usePainting(isMirrored, paint)
  const cover = (chosen: Cover) =>
    put(
      week.slots.map((slot) => (slot.cover === null ? { ...slot, cover: chosen } : slot)),
      say('week.noted', { count: unsaid.length, cover: say(coverWords[chosen]) }),
    )
  const copy = (onto: number[]) => {
    const { slots, refused } = copied(week.slots, current, day, onto)
    const list = (days: number[]) =>
      listText(
        days.map((one) => names[one - 1]!),
        language,
      )
    put(
      slots,
      refused.length > 0 ? say('week.copiedBut', { days: list(refused) }) : say('week.copied', { days: list(onto) }),
    )
  }
  const alternate = (alternates: boolean) => {
    setWhich('A')
    change({ alternates, slots: alternated(week.slots, alternates) }, '')
  }
  // what stops the person is opened, wherever it stands
  useEffect(() => {
    const blamed = problem === undefined ? undefined : firstUnsaid(weekOf(question))
    if (blamed === undefined) return
    setDay(blamed.day)
    if (blamed.week !== null) setWhich(blamed.week)
  }, [problem, question])

  return (
    <div className="week">
      <Alternation
        alternates={week.alternates}
        week={current}
        holdsB={week.slots.some((slot) => slot.week === 'B')}
        canCopyA={!week.slots.some((slot) => slot.week === 'B') && week.slots.length > 0}
        set={alternate}
        choose={setWhich}
        copyA={() => put(copiedWeek(week.slots), say('week.copyA'))}
      />
      {ofWeek.length === 0 && <Shapes put={shape} />}
      <figure className="week-picture" {...handlers}>
        <figcaption className="visually-hidden">
          {say('week.picture', {
            week: ofWeek.length === 0 ? say('week.empty') : ofWeek.map(slotText).join(' ; '),
          })}
        </figcaption>
        <p className="week-paint" aria-hidden="true">
          {stroke ? slotText({ ...stroke, id: 0, week: current, cover: null }) : say('week.paint')}
        </p>
        <Ribbon
          spans={[...ofWeek.flatMap(stretchesOf), ...(stroke ? [{ ...stroke, cover: null }] : [])]}
          scale={{
            letters: dayNames(language, 'narrow'),
            hour: (hour) => timeText(hour * 2, language),
            today: day,
            isMirrored,
            isPainted: true,
          }}
        />
      </figure>
      <p className="week-announcement" role="status">
        {announcement}
      </p>
      <div ref={asked} className="stack">
        {unsaid.length > 1 && <CoverAll count={unsaid.length} choose={cover} />}
        <DayChips
          day={day}
          counts={names.map((_, index) => ofWeek.filter((slot) => slot.day === index + 1).length)}
          choose={setDay}
        />
      </div>
      <h2 className="week-day">{names[day - 1]}</h2>
      {ofDay.length === 0 && <p className="week-nothing">{say('week.none', { day: names[day - 1] })}</p>}
      <ul className="slots">
        {ofDay.map((slot) => (
          <SlotCard
            key={slot.id}
            slot={slot}
            title={slotText(slot)}
            asksCover={isAsked && !(unsaid.length > 1 && slot.cover === null)}
            isNew={slot.id === added}
            isBlamed={problem !== undefined && unsaid.length === 1 && slot.cover === null}
            change={replace}
            remove={() =>
              put(
                week.slots.filter((one) => one.id !== slot.id),
                say('week.removed'),
              )
            }
          />
        ))}
      </ul>
      <div className="week-actions" ref={actions}>
        <button type="button" className="button add" onClick={add}>
          <span aria-hidden="true">+</span> {say('week.add')}
        </button>
        {ofDay.length > 0 && <CopyDay key={`${current}-${day}`} day={day} copy={copy} />}
      </div>
    </div>
  )
}
