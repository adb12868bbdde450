/** The typical week: ready hours, a ribbon to paint, a day and its slots. */

import { useReducer, useState } from 'react'
import { dayNames } from '../../../surveys/days.ts'
import { capital, type Language, languageRows } from '../../../surveys/languages.ts'
import { type Cover, halfHoursADay, maxWeekRows } from '../../../surveys/questionnaire/week.ts'
import { useHeldFocus } from '../../parts/focus/useHeldFocus.ts'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { type Say, useLanguage, useSay } from '../../words/useSay.ts'
import type { AnswerProps } from '../types/answer.ts'
import { Alternation } from './Alternation.tsx'
import { CopyDay } from './CopyDay.tsx'
import { CoverAll } from './CoverAll.tsx'
import { DayChips } from './DayChips.tsx'
import { Shapes } from './Shapes.tsx'
import { coverWords, SlotCard } from './SlotCard.tsx'
import { slotText as slotWords, weekTexts } from './said.ts'
import { hasHoursOf, type Shape, shaped, shapeOf } from './shapes.ts'
import { alternated, copied, copiedWeek, freeSlot, inTheWay, nextId, rowsOf, type Slot, stretchesOf } from './slots.ts'
import { listText, timeText } from './times.ts'
import { type Stroke, usePainting } from './usePainting.ts'
import { asksCover, setWeek, type Week, weekOf } from './week-state.ts'

/** What was just done, in whatever language is chosen by then. */
type Announcement = (say: Say, language: Language) => string
const nothing: Announcement = () => ''
const announced =
  (...said: Parameters<Say>): Announcement =>
  (say) =>
    say(...said)
const slotAnnounced =
  (slot: Slot): Announcement =>
  (say, language) =>
    capital(slotWords(slot, say, language))

export function WeekAnswer({ question }: AnswerProps) {
  const say = useSay()
  const language = useLanguage()
  const isMirrored = languageRows[language].direction === 'rtl'
  // Draws again at each touch: one week of two, before any slot, changes no answer, so the model does not announce it.
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const week = weekOf(question)
  const [which, setWhich] = useState<'A' | 'B'>('A')
  const [day, setDay] = useState(() => week.slots[0]?.day ?? 1)
  const [announcement, setAnnouncement] = useState({ words: nothing })
  const [added, setAdded] = useState<number | null>(null)

  const names = dayNames(language)
  const current = week.alternates ? which : null
  const ofWeek = week.slots.filter((slot) => slot.week === current)
  const ofDay = ofWeek.filter((slot) => slot.day === day).sort((a, b) => a.from - b.from)
  /** What began the evening before and goes on this morning. */
  const nightBefore = ofWeek.filter((slot) => slot.to > halfHoursADay && (slot.day % 7) + 1 === day)
  const isAsked = asksCover(question)
  const unsaid = isAsked ? week.slots.filter(({ cover }) => cover === null) : []
  const slotText = (slot: Slot) => slotAnnounced(slot)(say, language)
  const [shape, setShape] = useState<Shape | null>(null)
  // what is asked of several moments goes once it is said: the week stays in sight
  const asked = useHeldFocus<HTMLDivElement>(unsaid.length > 1)
  const actions = useHeldFocus<HTMLDivElement>(`${ofDay.length} ${ofWeek.length === 0}`)
  const tell = (words: Announcement) => setAnnouncement({ words })
  const change = (next: Week, words: Announcement): boolean => {
    if (rowsOf(next.slots, false).length > maxWeekRows) return false
    setWeek(question, next)
    tell(words)
    redraw()
    return true
  }
  const put = (slots: Slot[], words: Announcement) => change({ ...week, slots }, words)
  const refuse = (other: Slot) =>
    tell((say, language) => say('week.overlap', { slot: slotWords(other, say, language) }))
  const remove = ({ id }: Slot) =>
    put(
      week.slots.filter((one) => one.id !== id),
      announced('week.removed'),
    )
  const replace = (slot: Slot) => {
    const other = inTheWay(week.slots, slot)
    if (other) refuse(other)
    else
      put(
        week.slots.map((one) => (one.id === slot.id ? slot : one)),
        slotAnnounced(slot),
      )
  }
  const add = () => {
    const slot = freeSlot(week.slots, current, day)
    if (slot === null) tell((say, language) => say('week.full', { day: dayNames(language)[day - 1] }))
    else if (put([...week.slots, slot], slotAnnounced(slot))) setAdded(slot.id)
  }
  const ofShape = shape === null ? [] : ofWeek.filter((slot) => hasHoursOf(slot, shape))
  const isThere = (wanted: Shape) => ofWeek.some((slot) => shapeOf(slot) === wanted)
  /** The first touch fills the week, or shows the days of what stands there; the next one takes it back. */
  const choose = (wanted: Shape) => {
    if (wanted === shape && isThere(wanted)) {
      setShape(null)
      put(
        week.slots.filter((slot) => slot.week !== current || shapeOf(slot) !== wanted),
        announced('week.unshaped'),
      )
      return
    }
    setShape(wanted)
    if (isThere(wanted)) return
    const slots = shaped(week.slots, current, wanted)
    const [first] = wanted.days
    setDay(first!)
    if (slots.length > week.slots.length) put(slots, wanted.days.length > 1 ? announced('week.shaped') : nothing)
    else paint({ ...wanted, day: first! }, false)
  }
  const toggle = (on: number) => {
    const held = ofShape.find((slot) => slot.day === on)
    if (!held) return paint({ ...shape!, day: on }, false)
    setDay(on)
    remove(held)
  }
  const paint = ({ day: on, from, to }: Stroke, isTouch: boolean) => {
    setDay(on)
    const slot: Slot = { id: nextId(week.slots), week: current, day: on, from, to, cover: null }
    const other = inTheWay(week.slots, slot)
    // a touch on a moment that is there shows it
    if (other && isTouch) tell(slotAnnounced(other))
    else if (other) refuse(other)
    else put([...week.slots, slot], slotAnnounced(slot))
  }
  const { stroke, handlers } = usePainting(isMirrored, paint)
  const cover = (chosen: Cover) =>
    put(
      week.slots.map((slot) => (slot.cover === null ? { ...slot, cover: chosen } : slot)),
      (say) => say('week.noted', { count: unsaid.length, cover: say(coverWords[chosen]) }),
    )
  const copy = (onto: number[]) => {
    const { slots, refused } = copied(week.slots, current, day, onto)
    put(slots, (say, language) => {
      const days = (refused.length > 0 ? refused : onto).map((one) => dayNames(language)[one - 1]!)
      return say(refused.length > 0 ? 'week.copiedBut' : 'week.copied', { days: listText(days, language) })
    })
  }
  const alternate = (alternates: boolean) => {
    setWhich('A')
    change({ alternates, slots: alternated(week.slots, alternates) }, nothing)
  }
  return (
    <div className="week">
      <Alternation
        alternates={week.alternates}
        week={current}
        holdsB={week.slots.some((slot) => slot.week === 'B')}
        canCopyA={!week.slots.some((slot) => slot.week === 'B') && week.slots.length > 0}
        set={alternate}
        choose={setWhich}
        copyA={() => put(copiedWeek(week.slots), announced('week.copyA'))}
      />
      <Shapes chosen={shape} isThere={isThere} days={ofShape.map((slot) => slot.day)} choose={choose} toggle={toggle} />
      <figure className="week-picture" {...handlers}>
        <figcaption className="visually-hidden">
          {say('week.picture', {
            week:
              ofWeek.length === 0
                ? say('week.empty')
                : weekTexts(rowsOf(ofWeek, isAsked), isAsked, say, language).join(say('week.join')),
          })}
        </figcaption>
        <p className="week-paint" aria-hidden="true">
          {stroke
            ? slotText({ ...stroke, id: 0, week: current, cover: null })
            : say(byMouse() ? 'week.paintMouse' : 'week.paint')}
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
        {announcement.words(say, language)}
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
      {nightBefore.map((slot) => (
        <p key={slot.id} className="week-nothing">
          {slotText(slot)}
        </p>
      ))}
      {ofDay.length + nightBefore.length === 0 && (
        <p className="week-nothing">{say('week.none', { day: names[day - 1] })}</p>
      )}
      <ul className="slots">
        {ofDay.map((slot) => (
          <SlotCard
            key={slot.id}
            slot={slot}
            title={slotText(slot)}
            asksCover={isAsked && !(unsaid.length > 1 && slot.cover === null)}
            isNew={slot.id === added}
            change={replace}
            remove={() => remove(slot)}
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

/** What first points here is a mouse, and no finger. */
const byMouse = () => matchMedia('(pointer: fine)').matches
