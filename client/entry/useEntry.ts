/** One paper form being typed: where the person is, what is typed, what the compiled validator says of it. */
import { useMemo, useRef, useState } from 'react'
import type { paper as wire } from '../../api/wire/public.ts'
import type { Answers } from '../../surveys/answers/response.ts'
import { compileValidator, type Validated } from '../../surveys/answers/validator.ts'
import { paperOf } from '../../surveys/paper/form.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { askingOf, type Step } from './asking.ts'
import { typedIn } from './typed.ts'

export type Entry = ReturnType<typeof useEntry>

/** What is typed of a form so far, as the device holds it until the form is saved or left. */
export type EntryDraft = {
  number: string
  expects: wire.PaperForm['expects']
  /** By path: the keys, then what they stand for once Enter was pressed. */
  texts: Record<string, string>
  values: Record<string, unknown>
  at: number
}

/** @param begun what was typed of it before the page was opened */
export function useEntry(
  questionnaire: Questionnaire,
  form: wire.PaperForm,
  begun: EntryDraft | null,
  keep: (draft: EntryDraft) => void,
) {
  const { asking, check } = useMemo(() => {
    // staff read French, whatever the language of the paper: numbers and codes are the same
    const paper = paperOf(questionnaire, 'fr', form.drawn)
    const validate = compileValidator(questionnaire)
    const check = (answers: Answers) => validate(answers, 'paper')
    return { asking: askingOf(questionnaire, paper, form.drawn), check }
  }, [questionnaire, form])
  const [draft, setDraft] = useState<EntryDraft>(() => {
    const { number, expects } = form
    if (begun === null) return { number, expects, texts: {}, values: {}, at: 0 }
    // asked for another reason than before, it is gone through from its first question
    return { ...begun, expects, at: begun.expects === expects ? begun.at : 0 }
  })
  const { texts, at } = draft
  const values = useMemo(() => new Map(Object.entries(draft.values)), [draft.values])
  /** With the keys that nothing was drawn for. */
  const last = useRef(draft)
  const hold = (part: Partial<EntryDraft>) => {
    last.current = { ...last.current, ...part }
    keep(last.current)
  }
  const change = (part: Partial<EntryDraft>) => {
    hold(part)
    setDraft(last.current)
  }
  const [only, setOnly] = useState<readonly string[] | null>(null)
  const [error, setError] = useState('')
  const all = asking(values)
  const isWanted = (step: Step) =>
    only === null || only.some((path) => path === step.path || path.startsWith(`${step.path}.`))
  const steps = all.steps.filter(isWanted)

  /** Takes what was typed and goes on, or says what is wrong. */
  function give(text: string) {
    const step = steps[at]
    if (step === undefined) return
    const typed = step.kind === 'item' ? typedIn(step.item, text, step.offered) : besideIn(step, text)
    if ('error' in typed) return setError(typed.error)
    const given = {
      texts: { ...last.current.texts, [step.path]: text },
      values: { ...draft.values, [step.path]: typed.value },
    }
    const { answers } = asking(new Map(Object.entries(given.values)))
    const wrong = problemsOf(check(answers)).find(({ path }) => path === step.path)
    change(wrong ? given : { ...given, at: at + 1 })
    setError(wrong?.message ?? '')
  }

  return {
    steps,
    at,
    step: steps[at] ?? null,
    text: texts[steps[at]?.path ?? ''] ?? '',
    error,
    answers: all.answers,
    /** Nothing was typed at all. */
    isBlank: Object.values(texts).every((text) => text.trim() === ''),
    problems: problemsOf(check(all.answers)),
    give,
    /** Keys on their way to an answer. */
    note(text: string) {
      const step = steps[at]
      if (step) hold({ texts: { ...last.current.texts, [step.path]: text } })
    },
    back() {
      setError('')
      change({ at: Math.max(0, at - 1) })
    },
    goTo(path: string) {
      const place = steps.findIndex((step) => step.path === path || path.startsWith(`${step.path}.`))
      setError('')
      change({ at: Math.max(0, place) })
    },
    retype(paths: readonly string[]) {
      setOnly(paths)
      change({ texts: Object.fromEntries(Object.entries(texts).filter(([path]) => !paths.includes(path))), at: 0 })
    },
  }
}

const problemsOf = (checked: Validated) => (checked.ok ? [] : checked.problems)

function besideIn(step: Step, text: string) {
  const typed = text.trim()
  if (step.kind !== 'count') return { value: typed === '' ? null : typed }
  if (typed === '') return { value: null }
  const { min, max } = step.rows
  const isWithin = /^\d$/.test(typed) && Number(typed) >= Math.max(1, min) && Number(typed) <= max
  return isWithin ? { value: Number(typed) } : { error: `Un nombre de ${Math.max(1, min)} à ${max} est attendu.` }
}
