/** The settings: drawn from the rows of the api, checked while typing, seen before saving, with their history. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { Refusal } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { useDraftOver } from '../../parts/staff/draft.ts'
import { refreshMe } from '../../parts/staff/me.ts'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, fieldErrors, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem } from '../../parts/staff/Toasts.tsx'
import { keepPlace } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Logo } from './Logo.tsx'
import { Preview } from './Preview.tsx'
import { SettingControl } from './SettingControl.tsx'

type Page = {
  revision: number
  values: staff.SettingsValues
  groups: staff.SettingsGroup[]
  history: { number: number; at: string; by: string; changes: { label: string; before: string; after: string }[] }[]
  hasLogo: boolean
}

export function Settings() {
  const [loaded, again, refresh] = useLoaded(useCallback(() => call('GET /api/settings'), []))
  // a link such as /gerer/reglages#dpo leads to its field; what was refused is gone to once the rest is saved
  const [first, setFirst] = useState(() => location.hash.slice(1).replace(/[^A-Za-z]/g, ''))
  return (
    <StaffFrame title="Réglages">
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <Form
            page={page}
            first={first}
            onSaved={(refused = '') => {
              setFirst(refused)
              refresh()
            }}
          />
        )}
      </Loading>
    </StaffFrame>
  )
}

const pauseMs = 400

function goTo(setting: string): void {
  document.querySelector<HTMLElement>(`[data-setting="${setting}"] :is(input, textarea, select)`)?.focus()
}

/** `first`: name of the setting that takes the focus, '' = none. */
type FormProps = { page: Page; first: string; onSaved: (refused?: string) => void }

function Form({ page, first, onSaved }: FormProps) {
  const { groups, history, revision } = page
  const { values, set, drop, settle, isFound, changedSince } = useDraftOver('settings', page.values)
  const typed = JSON.stringify(values)
  const [errors, setErrors] = useState<Record<string, string>>({})
  /** A colleague saved as this was sent: theirs came in, and nothing of this was saved. */
  const [isJoined, setJoined] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: values that are the same are checked once
  useEffect(() => {
    let isWanted = true
    const check = () =>
      call('POST /api/settings/check', { body: { values } }).then(
        ({ problems }) =>
          isWanted && setErrors(Object.fromEntries(problems.map(({ path, message }) => [path, message]))),
        () => {},
      )
    const timer = setTimeout(check, pauseMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [typed])
  useEffect(() => goTo(first), [first])
  // what was saved is shown as the api keeps it, unless somebody has typed on
  const sent = useRef<Page['values'] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each revision
  useEffect(() => {
    if (sent.current) settle(sent.current)
    sent.current = null
  }, [revision])
  const wrong = groups.flatMap(({ fields }) => fields).filter(({ name }) => name in errors)
  // a setting that is refused stays as it was, and does not hold the others back
  const fit = { ...values, ...Object.fromEntries(wrong.map(({ name }) => [name, page.values[name]])) }
  /** A setting that is wrong as it was saved is so by another change, which cannot be saved without it. */
  const areOthersFit = wrong.some(({ name }) => JSON.stringify(values[name]) !== JSON.stringify(page.values[name]))
  const isChanged = JSON.stringify(fit) !== JSON.stringify(page.values)
  const isTyped = typed !== JSON.stringify(page.values)
  async function save() {
    if (!isChanged) return
    const stay = keepPlace()
    try {
      await call('PUT /api/settings', { body: { revision, values: fit } })
      sent.current = fit
      setJoined(false)
      // links that are handed over begin with the public address
      await refreshMe()
      notify(wrong.length === 0 ? 'Les réglages sont enregistrés.' : 'Les autres réglages sont enregistrés.')
      onSaved(wrong[0]?.name)
      await stay(false)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'changed-meanwhile') {
        onSaved()
        // said beside the button: a message would lie over it
        setJoined(true)
        return
      }
      const refused = fieldErrors(error)
      setErrors(refused)
      // what is wrong is said beside its field
      if ((await stay(true)) === 0) notifyProblem(sentenceOf(error))
    }
  }
  const labelOf = (name: string) =>
    groups.flatMap(({ fields }) => fields).find((field) => field.name === name)?.label ?? name
  const firstOf = (found: Record<string, string>) =>
    groups.flatMap(({ fields }) => fields).find(({ name }) => name in found)?.name ?? ''
  return (
    <>
      {changedSince.length > 0 ? (
        <p className="notice" data-kind="warm">
          Entre-temps, quelqu’un a aussi changé : {changedSince.map(labelOf).join(', ')}. Ce que vous avez tapé est
          resté ici, ce qui est enregistré se lit dans l’historique : comparez, puis enregistrez.
        </p>
      ) : (
        isFound && <p className="notice">Nous avons retrouvé ce que vous tapiez : vérifiez, puis enregistrez.</p>
      )}
      <nav aria-label="Dans cette page">
        <ul className="page-index">
          {groups.map(({ name, title }) => (
            <li key={name}>
              <a href={`#group-${name}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#group-history">Historique</a>
          </li>
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group.name} className="section" aria-labelledby={`group-${group.name}`}>
          <div>
            <h2 id={`group-${group.name}`}>{group.title}</h2>
            <p className="muted">{group.help}</p>
          </div>
          {group.fields.map((field) => (
            <div key={field.name} data-setting={field.name}>
              <SettingControl
                field={field}
                value={values[field.name]}
                error={errors[field.name]}
                onChange={(value) => set(field.name, value)}
              />
            </div>
          ))}
          {group.name === 'identite' && (
            <>
              <Logo hasLogo={page.hasLogo} onSaved={() => onSaved()} />
              <Preview values={values} isColourGood={!errors.colour} hasLogo={page.hasLogo} />
            </>
          )}
        </section>
      ))}
      <div className="save-bar">
        <Button kind="main" aria-disabled={!isChanged || undefined} onClick={save}>
          {areOthersFit && isChanged ? 'Enregistrer les autres réglages' : 'Enregistrer les réglages'}
        </Button>
        <p aria-live="polite">
          {wrong.length > 0
            ? `${wrong.length} ${wrong.length > 1 ? 'réglages sont' : 'réglage est'} à revoir.`
            : isJoined && isTyped
              ? joinedText(changedSince.map(labelOf))
              : isChanged
                ? 'Des changements attendent d’être enregistrés.'
                : 'Tout est enregistré.'}
        </p>
        {wrong.length > 0 && (
          <button type="button" className="link" onClick={() => goTo(firstOf(errors))}>
            Y aller
          </button>
        )}
        {isTyped && (
          <Button kind="quiet" onClick={drop}>
            Annuler mes changements
          </Button>
        )}
      </div>
      <Section id="group-history" title="Historique">
        <DataTable
          caption="Changements de réglages"
          rows={history}
          keyOf={({ number }) => number}
          empty="Aucun changement pour l’instant."
          columns={[
            { title: 'Quand', isHeading: true, cell: ({ at }) => momentText(at) },
            { title: 'Par', cell: ({ by }) => by },
            {
              title: 'Changements',
              cell: ({ changes }) => (
                <ul>
                  {changes.map(({ label, before, after }) => (
                    <li key={label}>
                      {label} : {before || '(vide)'} → {after || '(vide)'}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}

const joinedText = (both: readonly string[]): string =>
  `Quelqu’un d’autre a enregistré entre-temps : ses réglages sont repris ici, les vôtres sont restés${both.length > 0 ? `, dont ${both.join(', ')}, changé aussi` : ''}. Vérifiez, puis enregistrez.`
