/** Figures as they travel: estimates, tables, charts and findings, each held to the type the analysis gives it. */
import * as z from 'zod'
import type { NoiseRules } from '../../analysis/disclosure/perturbation.ts'
import type * as estimates from '../../analysis/estimates/estimate.ts'
import type { Bounds } from '../../analysis/findings/bounds.ts'
import type * as coverage from '../../analysis/findings/coverage.ts'
import type { Easy } from '../../analysis/findings/easy.ts'
import type * as findings from '../../analysis/findings/finding.ts'
import { strengths } from '../../analysis/findings/strength.ts'
import type * as tree from '../../analysis/report/tree.ts'
import { hidings } from '../../surveys/charts/no-figure.ts'
import { unit } from '../../surveys/questionnaire/questionnaire.ts'
import { exactly } from './exactly.ts'

export const Strength = z.enum(strengths)

const units = ['share', 'households', 'children', 'persons', 'minutes', 'euros', 'score', 'number', 'hours'] as const
const whys = ['too-few', 'in-words', 'waiting', 'no-variance', 'not-asked', 'secret'] as const
const words = z.string().optional()

export const Estimate = exactly<estimates.Estimate>()({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  base: z.number(),
  effectiveBase: z.number(),
  unit: z.enum(units),
  method: z.string(),
})
const NoEstimate = exactly<estimates.NoEstimate>()({ value: z.null(), why: z.enum(whys), base: z.number(), words })
const NoFinding = exactly<findings.NoFinding>()({
  value: z.null(),
  why: z.enum(whys),
  base: z.number().nullable(),
  words,
})
export const MaybeEstimate = z.union([Estimate, NoEstimate])
/** A figure, with what it and its interval are in words. */
export const figure = { estimate: MaybeEstimate, text: z.string(), interval: z.string() }
/** Of a finding, whose base may be hidden with the figure. */
export const FoundEstimate = z.union([Estimate, NoFinding])

export const BarsChart = exactly<tree.BarsChart>()({
  kind: z.literal('bars'),
  title: z.string(),
  base: z.string(),
  alt: z.string(),
  unit: z.enum(units),
  end: z.number(),
  bars: z.array(
    z.strictObject({
      label: z.string(),
      estimate: MaybeEstimate,
      uncertain: z.boolean(),
      day: z.string().optional(),
    }),
  ),
})

const WeekLayer = exactly<tree.WeekLayer>()({
  layer: z.enum(['needed', 'regular', 'covered', 'lacking']),
  title: z.string(),
  values: z.array(z.array(z.number().nullable())),
  spans: z.array(z.array(z.string())).optional(),
  uncertain: z.array(z.array(z.boolean())),
})
const WeekChart = exactly<tree.WeekChart>()({
  kind: z.literal('week'),
  title: z.string(),
  base: z.string(),
  alt: z.string(),
  layers: z.array(WeekLayer),
})
const Chart = z.union([BarsChart, WeekChart])

const coverageShape = {
  objective: z.int(),
  status: z.enum(['measured', 'partly', 'other-source', 'not-a-survey-matter', 'no-evidence']),
  questions: z.int(),
  indicators: z.int(),
  findings: z.int(),
  why: z.string(),
} as const
export const CoverageRow = exactly<coverage.CoverageRow>()(coverageShape)

type Finding = Omit<findings.Finding, 'table' | 'breakdowns'>

/** A finding without its tables, which travel in words. */
export const Finding = exactly<Finding>()({
  objective: z.int(),
  action: z.int(),
  questionnaire: z.string(),
  indicator: z.string(),
  title: z.string(),
  estimate: FoundEstimate,
  sentence: z.string(),
  weighted: Estimate.optional(),
  strength: Strength,
  zone: z.string().optional(),
  isZoneOpen: z.literal(true).optional(),
  day: z.string().optional(),
  whole: z.strictObject({ estimate: Estimate, day: z.string().optional(), isApart: z.boolean().optional() }).optional(),
  waves: z.array(z.string()).optional(),
  bounds: exactly<Bounds>()({
    rate: z.number(),
    low: z.number(),
    high: z.number(),
    half: z.number(),
    text: z.string(),
  }).optional(),
  aside: z.strictObject({ label: z.string(), estimate: Estimate }).optional(),
  together: z.array(z.string()).optional(),
  standing: z.strictObject({ row: z.string(), column: z.string() }).optional(),
  chart: Chart.optional(),
  easy: exactly<Easy>()({
    question: z.string(),
    answers: z.array(z.string()),
    who: z.string(),
    isOfSome: z.literal(true).optional(),
  }).optional(),
  source: exactly<Finding['source']>()({
    questionnaire: z.string(),
    title: z.string(),
    version: z.int(),
    field: z.string(),
    question: z.string(),
    ends: z.string().optional(),
  }),
  evidence: exactly<Finding['evidence']>()({
    base: z.number().nullable(),
    unit,
    effectiveBase: z.number().nullable(),
    weighted: z.boolean(),
    method: z.string().nullable(),
    noise: exactly<NoiseRules>()({ variance: z.number(), largest: z.number(), blocked: z.number() }).optional(),
    period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
    trial: z.boolean(),
  }),
  limits: z.array(z.string()),
})

/** The small picture of a finding; `left`: answers that do not fit, zones too small to be drawn; `waiting`: zones whose figure waits; `dated`: a sentence on zones whose figure is of an earlier day; `outside`: one on who is in none of the zones; `zone`: name of the one whose answers are drawn, absent = everybody's. */
export const Picture = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bars'),
    by: z.enum(['answers', 'stops', 'zones']),
    end: z.number(),
    bars: z.array(
      z.strictObject({
        label: z.string(),
        ...figure,
        isLead: z.boolean(),
        isUncertain: z.boolean(),
      }),
    ),
    left: z.array(z.string()),
    waiting: z.array(z.string()).optional(),
    dated: z.string().optional(),
    outside: z.string().optional(),
    zone: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('week'),
    layer: z.enum(['needed', 'regular', 'covered', 'lacking']),
    title: z.string(),
    /** 7 days of 48 half-hours, Monday first; null = too small. */
    values: z.array(z.array(z.number().nullable())),
  }),
])
export type Picture = z.infer<typeof Picture>

const ShownCell = z.strictObject({
  text: z.string(),
  small: z.string().optional(),
  /** What the words say, as numbers: a share from 0 to 1. */
  figure: z
    .strictObject({
      value: z.number().optional(),
      low: z.number().optional(),
      high: z.number().optional(),
      unit: z.enum(units).optional(),
    })
    .optional(),
  /** Too few people for a figure. */
  isSmall: z.boolean().optional(),
})
export type ShownCell = z.infer<typeof ShownCell>

export const ShownGrid = z.strictObject({
  title: z.string(),
  base: z.string(),
  columns: z.array(z.string()),
  notes: z.array(z.string()),
  rows: z.array(z.strictObject({ label: z.string(), cells: z.array(ShownCell) })),
  /** Places of its lines, what matters most first; absent = as they stand. */
  first: z.array(z.int()).optional(),
  /** What they are chosen by, after « les 3 lignes ». */
  firstBy: z.string().optional(),
  /** The rule that hid figures of it. */
  hiding: z.enum(hidings).optional(),
})
export type ShownGrid = z.infer<typeof ShownGrid>
