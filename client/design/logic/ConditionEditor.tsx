/** « Afficher si… » in words: lines of question, operator and value, joined by « et » or « ou », grouped when needed. */
import { useRef, useState } from 'react'
import type { Test } from '../../../surveys/conditions/expression.ts'
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import {
  type ConditionForm,
  formOf,
  isGroup,
  type Join,
  type Part,
  writeForm,
} from '../../../surveys/edit/condition-form.ts'
import {
  isComplete,
  type Readable,
  readableFrom,
  shownTest,
  writtenTest,
} from '../../../surveys/edit/condition-lines.ts'
import { findElement, pagesOf, setElement, setPage, withProperty } from '../../../surveys/edit/places.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { named } from '../draft/named.ts'
import type { Rule } from '../draft/unfinished.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { ConditionLine } from './ConditionLine.tsx'
import { JoinSelect } from './JoinSelect.tsx'
import './logic.css'

type Props = {
  room: DraftRoom
  path: string
  /** What the condition rules. */
  rule?: Rule
  condition: string
  parent: string | null
}

const ruleWords: Record<Rule, { holds: string; begin: string; drop: string; none: string }> = {
  visibleIf: {
    holds: 'Affichée si',
    begin: 'Afficher seulement si…',
    drop: 'Toujours afficher',
    none: 'Toujours affichée.',
  },
  requiredIf: {
    holds: 'Obligatoire si',
    begin: 'Rendre obligatoire si…',
    drop: 'Ne plus la rendre obligatoire',
    none: 'Aucune réponse ne la rend obligatoire.',
  },
}

/** What a line begins with: the question asked just before; what is drawn by lot where nothing is asked. */
const nearestOf = (offered: readonly Readable[]) =>
  offered.findLast(({ kind }) => kind !== 'assigned') ?? offered.at(-1)

/** Without a condition of its own it goes with what it stands in. */
function noneText(questionnaire: Questionnaire, path: string, none: string): string {
  const found = findElement(questionnaire, path)
  if (!found) return none
  const { holder, page } = found
  const group = holder.kind === 'page' ? undefined : findElement(questionnaire, holder.path)?.element
  if (group?.visibleIf) return 'Affichée chaque fois que son groupe l’est.'
  return pagesOf(questionnaire).find(({ name }) => name === page)?.visibleIf
    ? 'Affichée chaque fois que sa page l’est.'
    : none
}

const empty: ConditionForm = { join: 'all', parts: [] }

export function ConditionEditor({ room, path, rule = 'visibleIf', condition, parent }: Props) {
  const say = ruleWords[rule]
  const { questionnaire, isReadOnly } = room
  const offered = readableFrom(questionnaire, path)
  const begun = room.unfinished.find((one) => one.path === path && one.rule === rule && one.of === condition)
  const [draft, setDraft] = useState<{ of: string; form: ConditionForm | null }>(() => ({
    of: condition,
    form: begun?.form ?? (condition === '' ? empty : shown(formOf(condition), offered)),
  }))
  // undone, or changed elsewhere: the lines follow
  const form = draft.of === condition ? draft.form : condition === '' ? empty : shown(formOf(condition), offered)
  const around = parent === null ? null : (findElement(questionnaire, parent)?.element ?? null)
  const sentence = condition === '' ? null : sentenceOfCondition(questionnaire, condition, around)

  function set(next: ConditionForm) {
    const whole = complete(next, offered)
    const written = writeForm(whole)
    setDraft({ of: written, form: next })
    room.holdUnfinished({ path, rule, of: written, form: next }, linesIn(whole) < linesIn(next))
    if (written === condition) return
    const value = written === '' ? undefined : written
    room.change(`${rule === 'visibleIf' ? 'Condition' : 'Obligation'} de ${named(questionnaire, path)}`, (before) =>
      findElement(before, path)
        ? setElement(before, path, (element) =>
            withProperty(rule === 'requiredIf' ? withProperty(element, 'isRequired', undefined) : element, rule, value),
          )
        : setPage(before, path, (page) => withProperty(page, 'visibleIf', value)),
    )
  }
  const own = useRef<HTMLDivElement>(null)
  /** A line just added waits for its value: the focus goes there. */
  const add = (next: ConditionForm) => {
    set(next)
    requestAnimationFrame(() => {
      const controls = [...(own.current?.querySelectorAll('.condition-line') ?? [])]
        .at(-1)
        ?.querySelectorAll<HTMLElement>('select, input')
      ;(controls?.[2] ?? controls?.[0])?.focus()
    })
  }
  const nearest = nearestOf(offered)
  const first = (): Test => ({
    name: nearest?.name ?? '',
    operator: nearest?.offers[0]?.operator ?? 'notempty',
    literal: null,
  })
  const none = rule === 'visibleIf' ? noneText(questionnaire, path, say.none) : say.none
  const isOnlyDrawn = offered.every(({ kind }) => kind === 'assigned')
  if (form === null)
    return (
      <>
        <p>{sentence ? `${say.holds} ${sentence}.` : 'Cette condition ne se lit pas.'}</p>
        <p className="muted">Elle est construite autrement que par lignes : elle se change dans l’onglet JSON.</p>
        {!isReadOnly && <Button onClick={() => set(empty)}>La retirer et recommencer ici</Button>}
      </>
    )
  const { join, parts } = form
  if (isOnlyDrawn && parts.length === 0)
    return (
      <>
        <p className="muted">Rien n’est demandé avant : il n’y a pas de réponse dont elle puisse dépendre.</p>
        {nearest && !isReadOnly && (
          <Button kind="quiet" onClick={() => set({ join, parts: [first()] })}>
            Selon un tirage au sort…
          </Button>
        )}
      </>
    )
  const put = (at: number, part: Part | null) =>
    set({ join, parts: part === null ? parts.toSpliced(at, 1) : parts.toSpliced(at, 1, part) })
  const lines = linesIn(form)
  return (
    <div className="condition" ref={own}>
      {parts.length > 1 && (
        <JoinSelect join={join} isReadOnly={isReadOnly} onChange={(next) => set({ join: next, parts })} />
      )}
      <ol className="condition-parts">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
          <li key={at}>
            {isGroup(part) ? (
              <fieldset className="condition-group">
                <legend>Groupe</legend>
                <JoinSelect
                  join={part.join}
                  isReadOnly={isReadOnly}
                  onChange={(next: Join) => put(at, { ...part, join: next })}
                />
                {part.tests.map((test, index) => (
                  <ConditionLine
                    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
                    key={index}
                    number={`${at + 1}.${index + 1}`}
                    test={test}
                    offered={offered}
                    isReadOnly={isReadOnly}
                    onChange={(next) => put(at, { ...part, tests: part.tests.toSpliced(index, 1, next) })}
                    onRemove={() =>
                      put(at, part.tests.length === 1 ? null : { ...part, tests: part.tests.toSpliced(index, 1) })
                    }
                  />
                ))}
                {!isReadOnly && (
                  <Button kind="quiet" onClick={() => put(at, { ...part, tests: [...part.tests, first()] })}>
                    Ajouter une ligne au groupe
                  </Button>
                )}
              </fieldset>
            ) : (
              <ConditionLine
                number={String(at + 1)}
                test={part}
                offered={offered}
                isReadOnly={isReadOnly}
                onChange={(next) => put(at, next)}
                onRemove={() => put(at, null)}
              />
            )}
          </li>
        ))}
      </ol>
      {!isReadOnly && offered.length > 0 && (
        <div className="actions">
          <Button onClick={() => add({ join, parts: [...parts, first()] })}>
            {lines === 0 ? say.begin : 'Ajouter une condition'}
          </Button>
          {lines > 0 && (
            <>
              <Button
                kind="quiet"
                onClick={() =>
                  add({ join, parts: [...parts, { join: join === 'all' ? 'any' : 'all', tests: [first()] }] })
                }
              >
                Ajouter un groupe
              </Button>
              <Button kind="quiet" onClick={() => set(empty)}>
                {say.drop}
              </Button>
            </>
          )}
        </div>
      )}
      <p className="condition-sentence" role="status">
        {sentence ? `${say.holds} ${sentence}.` : lines > 0 ? 'Choisissez une valeur à chaque ligne.' : none}
      </p>
    </div>
  )
}

const linesIn = ({ parts }: ConditionForm) =>
  parts.reduce((count, part) => count + (isGroup(part) ? part.tests.length : 1), 0)

const kindIn = (offered: readonly Readable[], name: string) => offered.find((one) => one.name === name)?.kind ?? null

function shown(form: ConditionForm | null, offered: readonly Readable[]): ConditionForm | null {
  if (form === null) return null
  const one = (test: Test) => shownTest(test, kindIn(offered, test.name))
  return {
    join: form.join,
    parts: form.parts.map((part) => (isGroup(part) ? { ...part, tests: part.tests.map(one) } : one(part))),
  }
}

/** The lines that say enough to be written. */
function complete(form: ConditionForm, offered: readonly Readable[]): ConditionForm {
  const isEnough = (test: Test) => isComplete(test, offered.find(({ name }) => name === test.name)?.offers ?? [])
  const one = (test: Test) => writtenTest(test, kindIn(offered, test.name))
  return {
    join: form.join,
    parts: form.parts.flatMap((part): Part[] =>
      isGroup(part) ? [{ ...part, tests: part.tests.filter(isEnough).map(one) }] : isEnough(part) ? [one(part)] : [],
    ),
  }
}
