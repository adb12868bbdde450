/** A round of observation, noted standing up: a place, a few taps, done. */

import { useCallback, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { heard } from '../../api/wire/public.ts'
import { levelHeading, levelNumbers, levelWords } from '../../surveys/authority/levels.ts'
import { dayOf } from '../../surveys/days.ts'
import {
  type Moment,
  momentAt,
  moments,
  type SeenAge,
  seenAges,
  type Use,
  uses,
  type Weather,
  weathers,
} from '../../surveys/heard/observation.ts'
import { newId } from '../answer/way/chance.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useDraft } from '../parts/staff/draft.ts'
import { DayField, SelectField, TextField } from '../parts/staff/Field.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify } from '../parts/staff/Toasts.tsx'
import { bindFields, submits, useSaving } from '../parts/staff/useSaving.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Counter } from './Counter.tsx'
import { HeardFrame } from './HeardFrame.tsx'
import { ObjectiveChoice } from './ObjectiveChoice.tsx'

type Draft = {
  id: string
  place: string
  commune: string
  day: string
  moment: Moment
  weather: Weather
  isHoliday: boolean
  counts: Partial<Record<SeenAge, number>>
  uses: Use[]
  objectives: number[]
}

export function Observe() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/heard/observations'), []))
  return (
    <HeardFrame title="Noter un passage" lead="Comptez ce que vous voyez, sans parler à personne ni décrire quelqu’un.">
      <Loading loaded={loaded} again={again}>
        {(page) => <Round page={page} />}
      </Loading>
    </HeardFrame>
  )
}

const begun = ({ objectives, places }: heard.ObservationsPage): Draft => {
  const now = new Date()
  return {
    id: newId(),
    place: '',
    commune: places[0]?.commune ?? '',
    day: dayOf(now),
    moment: momentAt(now.getHours()),
    weather: 'dry',
    isHoliday: false,
    counts: {},
    uses: [],
    objectives,
  }
}

function Round({ page }: { page: heard.ObservationsPage }) {
  const first = useRef<Draft>(null)
  first.current ??= begun(page)
  const [draft, setDraft, dropDraft] = useDraft<Draft>('observation', first.current)
  const [isNew, setNew] = useState(page.places.length === 0)
  const [errors, saving] = useSaving()
  const [, go] = useLocation()
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const field = bindFields(draft, change, errors)
  const people = seenAges.reduce((sum, { value }) => sum + (draft.counts[value] ?? 0), 0)

  const send = (isNobody: boolean) =>
    saving(async () => {
      const { id, ...body } = isNobody ? { ...draft, counts: {}, uses: [] } : draft
      await call('PUT /api/heard/observations/:id', { params: { id }, body })
      dropDraft(begun(page))
      go('/ecoute/lieux')
      notify(isNobody ? 'C’est noté : personne.' : `C’est noté : ${people} personne${people < 2 ? '' : 's'}.`)
    })
  return (
    <form className="form observe" onSubmit={submits(() => send(false))} noValidate>
      {page.places.length > 0 && (
        <fieldset>
          <legend>Quel lieu ?</legend>
          <div className="taps">
            {page.places.map(({ place, commune }) => (
              <Tap
                key={place}
                name="place"
                isChosen={!isNew && draft.place === place}
                onChoose={() => {
                  setNew(false)
                  change({ place, commune })
                }}
                text={place}
              />
            ))}
            <Tap
              name="place"
              isChosen={isNew}
              onChoose={() => {
                setNew(true)
                change({ place: '' })
              }}
              text="Un autre lieu"
            />
          </div>
          {!isNew && errors.place && <p className="form-error">{errors.place}</p>}
        </fieldset>
      )}
      {isNew && (
        <div className="side-by-side">
          <TextField
            label="Nom du lieu"
            help="Comme tout le monde l’appelle : « le city-stade »."
            maxLength={80}
            {...field('place')}
          />
          <SelectField label="Commune" none="Choisir" choices={page.communes} {...field('commune')} />
        </div>
      )}
      <fieldset>
        <legend>Combien de personnes, à vue d’œil ?</legend>
        <div className="counters">
          {seenAges.map(({ value, text }) => (
            <Counter
              key={value}
              label={text}
              value={draft.counts[value] ?? 0}
              onChange={(count) => change({ counts: { ...draft.counts, [value]: count } })}
            />
          ))}
        </div>
        <p role="status" className="muted">
          {people === 0 ? 'Personne pour l’instant.' : `${people} personne${people < 2 ? '' : 's'} en tout.`}
        </p>
      </fieldset>
      <fieldset>
        <legend>Que font-elles ?</legend>
        <div className="taps">
          {uses.map(({ value, text }) => (
            <Tap
              key={value}
              type="checkbox"
              isChosen={draft.uses.includes(value)}
              onChoose={() =>
                change({
                  uses: draft.uses.includes(value) ? draft.uses.filter((use) => use !== value) : [...draft.uses, value],
                })
              }
              text={text}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Quel temps ?</legend>
        <div className="taps">
          {weathers.map(({ value, text }) => (
            <Tap
              key={value}
              name="weather"
              isChosen={draft.weather === value}
              onChoose={() => change({ weather: value })}
              text={text}
            />
          ))}
        </div>
      </fieldset>
      <details open={Boolean(errors.day || errors.objectives) || draft.objectives.length === 0}>
        <summary>
          {momentText(draft)} ·{' '}
          {draft.objectives.length === 0
            ? `${levelWords('objective').one} à choisir`
            : levelNumbers('objective', draft.objectives)}
        </summary>
        <div className="form">
          <DayField label="Jour" isRequired {...field('day')} />
          <fieldset>
            <legend>Moment</legend>
            <div className="taps">
              {moments.map(({ value, text, hours }) => (
                <Tap
                  key={value}
                  name="moment"
                  isChosen={draft.moment === value}
                  onChoose={() => change({ moment: value })}
                  text={`${text}, ${hours}`}
                />
              ))}
            </div>
          </fieldset>
          <label className="choice">
            <input
              type="checkbox"
              checked={draft.isHoliday}
              onChange={(event) => change({ isHoliday: event.target.checked })}
            />
            <span>Vacances scolaires ou jour férié</span>
          </label>
          <ObjectiveChoice
            label={`${levelHeading('objective')} du plan que ce passage éclaire`}
            help="Repris du dernier passage noté."
            error={errors.objectives}
            chosen={draft.objectives}
            onChange={(objectives) => change({ objectives })}
          />
        </div>
      </details>
      <div className="actions observe-send">
        <Button type="submit" kind="main" disabled={people === 0}>
          Enregistrer
        </Button>
        <Button disabled={people > 0} onClick={() => send(true)}>
          Personne ici
        </Button>
      </div>
    </form>
  )
}

const momentText = ({ day, moment }: Draft) =>
  `${day === dayOf(new Date()) ? 'Aujourd’hui' : `Le ${day.split('-').reverse().join('/')}`}, ${moments.find(({ value }) => value === moment)?.text.toLowerCase()}`

type TapProps = { type?: 'radio' | 'checkbox'; name?: string; isChosen: boolean; onChoose: () => void; text: string }

/** A choice as large as a thumb. */
const Tap = ({ type = 'radio', name, isChosen, onChoose, text }: TapProps) => (
  <label className="pill drawn-field">
    <input type={type} name={name} checked={isChosen} onChange={onChoose} />
    <span>{text}</span>
  </label>
)
