/** One draft being written: changed at once, saved soon after, copied on the device while the server is out of reach. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { type Crossed, crossedBetween } from '../../../surveys/changes/crossings.ts'
import { merged, type Side } from '../../../surveys/edit/merge.ts'
import { withTranslatedFrom } from '../../../surveys/edit/translated-from.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { ReviewResult } from '../../../surveys/review/review.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, unsay } from '../../parts/staff/Toasts.tsx'
import { useReview } from '../review/useReview.ts'
import { type DeviceCopy, deviceCopies } from './device-copy.ts'
import { type History, rebased, redone, type StepWay, startHistory, undone, withStep } from './history.ts'
import { atRenamedPath } from './renamed.ts'
import { failureOf, putQuietly, type Saving } from './saving.ts'
import { type Unfinished, unfinishedIssues, withUnfinished } from './unfinished.ts'
import { isTyping, useHere } from './usePresence.ts'

export type { Saving } from './saving.ts'

/** Two works on one draft that cross somewhere, until somebody chooses. */
export type Crossing = {
  asked: Crossed[]
  /** One's own work, whole. */
  mine: Questionnaire
  /** Whose the other is; null = one's own. */
  byName: string | null
  /** Joins the two with what is chosen, by place. */
  settle: (choices: ReadonlyMap<string, Side>) => void
  /** Back to the draft, where it can wait. */
  leave: (() => void) | null
}

export type DraftRoom = {
  slug: string
  questionnaire: Questionnaire
  /** @param label what it does, as « Annuler : … » says it; the same place soon after goes on with the same step */
  change: (label: string, edit: (questionnaire: Questionnaire) => Questionnaire, way?: StepWay) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
  /** What « Annuler » and « Rétablir » would take back or do again. */
  undoLabel: string
  redoLabel: string
  saving: Saving
  /** The server has all that is written here. */
  isSaved: boolean
  savedAt: Date | null
  /** Who changed it meanwhile, or why it was refused: one French sentence. */
  problem: string
  published: design.DesignRoom['published']
  versions: design.DesignRoom['versions']
  status: design.DesignRoom['status']
  draft: design.Draft | null
  revision: number
  isReadOnly: boolean
  others: design.DesignRoom['others']
  me: design.DesignRoom['me']
  filled: design.DesignRoom['filled']
  toOpen: design.DesignRoom['toOpen']
  measures: design.Measure[]
  review: ReviewResult
  /** Conditions begun without a value, on this screen only; the review says them. */
  unfinished: readonly Unfinished[]
  holdUnfinished: (own: Unfinished, isHeld: boolean) => void
  /** What was said of an element goes with its new code: nothing leaves the screen while the review is on its way. */
  renamed: (from: string, to: string) => void
  /** What was changed here and elsewhere, and is to be chosen before anything goes on. */
  crossing: Crossing | null
  /** Found on this device when it was opened: changes the server never had. */
  found: DeviceCopy | null
  useFound: () => void
  dropFound: () => void
  /** Saves now what is not saved yet; true when the server has everything. */
  flush: () => Promise<boolean>
  /** What the server has now; `revision` is that of the last render. */
  revisionNow: () => number
  /** Writes reasons or a reading over; the questionnaire and its steps stay. */
  note: (
    notes: Partial<Pick<design.Draft, 'reasons'>> & { readOver?: Partial<Record<Language, { names: string }>> },
  ) => Promise<void>
  /** Reads again what stands beside the questionnaire (remarks, reasons, readings); all of it when somebody changed it. */
  refresh: () => Promise<void>
  /** Asks the server again and shows what it has. */
  reload: () => void
}

type Theirs = { draft: design.Draft; revision: number }

const pauseMs = 800
/** Whoever never pauses is saved as well. */
const longestMs = 5_000
const retryMs = 5_000

/** @param start what the server answered, with the copy found on this device */
export function useDraft(
  start: { room: design.DesignRoom; measures: design.Measure[]; deviceCopy: DeviceCopy | null },
  reload: () => void,
): DraftRoom {
  const { room, measures } = start
  const { slug } = room
  const initial = room.draft?.questionnaire ?? room.published!.questionnaire
  const [history, setHistory] = useState<History<Questionnaire>>(() => startHistory(initial))
  const [saving, setSaving] = useState<Saving>('saved')
  const [savedAt, setSavedAt] = useState(room.draft ? new Date(room.draft.updatedAt) : null)
  const [problem, setProblem] = useState('')
  const [revision, setRevision] = useState(room.revision)
  const [found, setFound] = useState(start.deviceCopy)
  /** It crosses what is here. */
  const [isTaking, setIsTaking] = useState(false)
  /** What the server has, which crosses what is written here. */
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const [draft, setDraft] = useState(room.draft)
  const [toOpen, setToOpen] = useState(room.toOpen)
  const [unfinished, setUnfinished] = useState<readonly Unfinished[]>([])
  const isReadOnly = draft === null || draft.state === 'review'

  // what the server has, and what it is to have: read by timers that outlive a render
  const state = useRef({
    history,
    saved: initial,
    revision: room.revision,
    isSending: false,
    isStopped: false,
    isOver: false,
    since: 0,
    isOnDevice: false,
  })
  state.current.history = history

  const saveOnDevice = useCallback(() => {
    const { history, revision: on, saved: base } = state.current
    state.current.isOnDevice = true
    return deviceCopies.put({
      slug: room.slug,
      by: room.me.login,
      revision: on,
      questionnaire: history.now,
      base,
      at: Date.now(),
    })
  }, [room])

  /** The server has it all: nothing written here is called lost later. */
  const settle = useCallback(async () => {
    if (!state.current.isOnDevice) return
    state.current.isOnDevice = false
    state.current.since = 0
    await deviceCopies.drop(room.slug, room.me.login)
    setProblem('')
    setSaving('saved')
  }, [room])

  /** Puts one's own steps on what somebody else has saved since; false when a choice is missing. */
  const takeIn = useCallback(
    ({ draft, revision }: Theirs, choices: ReadonlyMap<string, Side>) => {
      const held = state.current
      const base = held.saved
      const next = rebased(held.history, (mine) => {
        const both = merged(base, mine, draft.questionnaire, choices)
        return both.crossings.length > 0 ? null : both.questionnaire
      })
      if (next === null) return false
      // before the next render too: nothing older is sent on their revision
      Object.assign(held, { history: next, saved: draft.questionnaire, revision, isStopped: false })
      setHistory(next)
      setRevision(revision)
      setDraft(draft)
      setTheirs(null)
      notify(
        draft.updatedBy === room.me.login
          ? 'Vous avez aussi changé ce questionnaire ailleurs\u202f: tout est réuni ici.'
          : `${draft.updatedByName} a changé ce questionnaire en même temps\u202f: ses changements et les vôtres sont réunis.`,
      )
      return true
    },
    [room],
  )

  /** Takes in what somebody else has saved since; null when it crosses what is written here. */
  const join = useCallback(async () => {
    const held = state.current
    const { draft, revision } = await call('GET /api/design/:slug', { params: { slug } })
    if (draft?.state !== 'draft') return null
    const { asked, choices } = crossedBetween(held.saved, held.history.now, draft.questionnaire)
    if (asked.length > 0) setTheirs({ draft, revision })
    else if (takeIn({ draft, revision }, choices)) return { saving: 'saving', problem: '' } as const
    return null
  }, [slug, takeIn])

  const save = useCallback(async (): Promise<boolean> => {
    const held = state.current
    if (held.isStopped || held.isSending) return false
    if (held.history.now === held.saved) {
      await settle()
      return true
    }
    held.isSending = true
    held.since = 0
    setSaving('saving')
    const sent = held.history.now
    try {
      const body = { revision: held.revision, questionnaire: sent }
      const answer = await (held.isOver
        ? putQuietly(slug, body)
        : call('PUT /api/design/:slug', { params: { slug }, body }))
      held.revision = answer.revision
      held.saved = sent
      held.isOver = false
      setRevision(answer.revision)
      setSavedAt(new Date())
      setProblem('')
      if (held.history.now === sent) await settle()
    } catch (error) {
      await saveOnDevice()
      let failure = failureOf(error)
      if (failure.saving === 'conflict') failure = (await join().catch(failureOf)) ?? failure
      // a draft somebody else has changed in the same places is not tried again
      held.isStopped = failure.saving === 'conflict'
      held.isOver = failure.saving === 'session-over'
      setProblem(failure.problem)
      setSaving(failure.saving)
    } finally {
      held.isSending = false
    }
    return state.current.history.now === state.current.saved
  }, [slug, saveOnDevice, settle, join])

  useEffect(() => {
    if (isReadOnly) return
    // written, then undone before it left
    if (history.now === state.current.saved) {
      void save()
      return
    }
    void saveOnDevice()
    const held = state.current
    if (held.since === 0) held.since = Date.now()
    const timer = setTimeout(save, Math.max(0, Math.min(pauseMs, held.since + longestMs - Date.now())))
    return () => clearTimeout(timer)
  }, [history.now, save, saveOnDevice, isReadOnly])

  useEffect(() => {
    if (saving !== 'offline' && saving !== 'session-over' && saving !== 'saving') return
    const timer = setInterval(save, saving === 'saving' ? pauseMs : retryMs)
    const again = () => void save()
    addEventListener('online', again)
    addEventListener('focus', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
      removeEventListener('focus', again)
    }
  }, [saving, save])

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (state.current.history.now !== state.current.saved) event.preventDefault()
    }
    addEventListener('beforeunload', leave)
    // another page of the site: what is not saved yet leaves at once
    return () => {
      removeEventListener('beforeunload', leave)
      void save()
    }
  }, [save])

  const change = useCallback<DraftRoom['change']>((label, edit, way) => {
    setHistory((before) => withStep(before, label, withTranslatedFrom(before.now, edit(before.now)), Date.now(), way))
  }, [])
  const refresh = useCallback(async () => {
    const now = await call('GET /api/design/:slug', { params: { slug } })
    const isSame = now.revision === state.current.revision && now.draft?.state === room.draft?.state
    if (isSame) {
      setDraft(now.draft)
      setToOpen(now.toOpen)
    } else if (state.current.history.now === state.current.saved) reload()
  }, [slug, room, reload])
  const others = useHere(
    slug,
    room.others,
    () => state.current.isOver,
    // asked for, sent back or approved by somebody else: whoever only looks sees it without loading the page again
    (next) => {
      if (next !== state.current.revision && !state.current.isSending && !isTyping()) void refresh().catch(() => {})
    },
  )
  const note = useCallback<DraftRoom['note']>(
    async (notes) => {
      const held = state.current
      const { revision: next } = await call('PUT /api/design/:slug/notes', { params: { slug }, body: notes })
      // further on, somebody else has changed the questionnaire: the next save says so
      if (next === held.revision + 1) {
        held.revision = next
        setRevision(next)
      }
      await refresh()
    },
    [slug, refresh],
  )
  /** Now in the draft, on top of what has been changed since. */
  const takeFound = useCallback(
    ({ base, questionnaire }: DeviceCopy, choices: ReadonlyMap<string, Side>) => {
      change('Reprendre ce qui était gardé ici', (now) =>
        base ? merged(base, questionnaire, now, choices).questionnaire : questionnaire,
      )
      setFound(null)
      setIsTaking(false)
    },
    [change],
  )
  const crossing = useMemo((): Crossing | null => {
    const nameOf = ({ updatedBy, updatedByName }: design.Draft) => (updatedBy === room.me.login ? null : updatedByName)
    if (theirs) {
      const { asked, choices } = crossedBetween(state.current.saved, history.now, theirs.draft.questionnaire)
      const settle: Crossing['settle'] = (chosen) => {
        if (takeIn(theirs, new Map([...choices, ...chosen]))) setSaving('saving')
      }
      return { asked, mine: history.now, byName: nameOf(theirs.draft), settle, leave: null }
    }
    if (!isTaking || !found?.base || !draft) return null
    const { asked, choices } = crossedBetween(found.base, found.questionnaire, history.now)
    return {
      asked,
      mine: found.questionnaire,
      byName: nameOf(draft),
      settle: (chosen) => takeFound(found, new Map([...choices, ...chosen])),
      leave: () => setIsTaking(false),
    }
  }, [theirs, isTaking, found, draft, history.now, room, takeIn, takeFound])
  const { findings, renamed } = useReview(history.now, measures, room, draft?.reasons)
  return {
    slug: room.slug,
    questionnaire: history.now,
    change: isReadOnly ? ignore : change,
    undo: useCallback(() => {
      unsay()
      setHistory(undone)
    }, []),
    redo: useCallback(() => {
      unsay()
      setHistory(redone)
    }, []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undoLabel: history.past.at(-1)?.label ?? '',
    redoLabel: history.future[0]?.label ?? '',
    saving,
    isSaved: saving === 'saved' && history.now === state.current.saved,
    savedAt,
    problem,
    published: room.published,
    versions: room.versions,
    status: room.status,
    draft,
    revision,
    isReadOnly,
    others,
    me: room.me,
    filled: room.filled,
    toOpen,
    measures,
    review: { ...findings, toCheck: [...unfinishedIssues(history.now, unfinished), ...findings.toCheck] },
    unfinished,
    holdUnfinished: useCallback((own, isHeld) => setUnfinished((all) => withUnfinished(all, own, isHeld)), []),
    renamed: useCallback(
      (from, to) => {
        renamed(from, to)
        setUnfinished((all) => atRenamedPath(all, from, to))
      },
      [renamed],
    ),
    crossing,
    found,
    useFound: () => {
      if (!found) return
      const { base, questionnaire } = found
      const { asked, choices } = base
        ? crossedBetween(base, questionnaire, history.now)
        : { asked: [], choices: new Map() }
      if (asked.length > 0) setIsTaking(true)
      else takeFound(found, choices)
    },
    dropFound: () => {
      void deviceCopies.drop(room.slug, room.me.login)
      setFound(null)
    },
    flush: async () => {
      for (let turn = 0; turn < 40; turn++) {
        if (await save()) return true
        if (state.current.isStopped) return false
        await new Promise((done) => setTimeout(done, 250))
      }
      return false
    },
    revisionNow: () => state.current.revision,
    note,
    refresh,
    reload,
  }
}

const ignore = () => {}
