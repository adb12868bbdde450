/** The typical week: a day, its slots, and the ribbon that grows above. */

import { useReducer, useState } from 'react'
import { dayNames } from '../../../surveys/days.ts'
import { maxWeekRows } from '../../../surveys/questionnaire/week.ts'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { useHeldFocus } from '../../parts/useHeldFocus.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import type { AnswerProps } from '../types/answer.ts'
import { Alternation } from './Alternation.tsx'
import { CopyDay } from './CopyDay.tsx'
import { DayChips } from './DayChips.tsx'
import { SlotCard } from './SlotCard.tsx'
import { alternated, copied, copiedWeek, freeSlot, inTheWay, rowsOf, type Slot, stretchesOf } from './slots.ts'
import { listText, timeText } from './times.ts'
import { asksCover, setWeek, type Week, weekOf } from './week-state.ts'

export function WeekAnswer({ question }: AnswerProps) {
  const say = useSay()
  const language = useLanguage()
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
  const slotText = ({ day: on, from, to }: Slot) =>
    say(to > 48 ? 'week.slotNext' : 'week.slot', {
      day: names[on - 1],
      from: timeText(from, language),
      to: timeText(to, language),
    })
  const actions = useHeldFocus<HTMLDivElement>(ofDay.length)
  const change = (next: Week, words: string) => {
    if (rowsOf(next.slots, false).length > maxWeekRows) return
    setWeek(question, next)
    setAnnouncement(words)
    redraw()
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
    else {
      put([...week.slots, slot], slotText(slot))
      setAdded(slot.id)
    }
  }
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
      <figure className="week-picture">
        <figcaption className="visually-hidden">
          {say('week.picture', {
            week: ofWeek.length === 0 ? say('week.empty') : ofWeek.map(slotText).join(' ; '),
          })}
        </figcaption>
        <Ribbon
          spans={ofWeek.flatMap(stretchesOf)}
          scale={{
            letters: dayNames(language, 'narrow'),
            hour: (hour) => timeText(hour * 2, language),
            today: day,
          }}
        />
      </figure>
      <DayChips
        day={day}
        counts={names.map((_, index) => ofWeek.filter((slot) => slot.day === index + 1).length)}
        choose={setDay}
      />
      <h3 className="week-day">{names[day - 1]}</h3>
      <p className="week-announcement" role="status">
        {announcement}
      </p>
      {ofDay.length === 0 && <p className="week-nothing">{say('week.none', { day: names[day - 1] })}</p>}
      <ul className="slots">
        {ofDay.map((slot) => (
          <SlotCard
            key={slot.id}
            slot={slot}
            title={slotText(slot)}
            asksCover={asksCover(question)}
            isNew={slot.id === added}
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
