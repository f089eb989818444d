import type { CounterKey } from '../../../../../src-preload/contract.ts'

const counters: Record<CounterKey, string> = { received: '申請受付数', shipped: '発送枚数', prepared: '交付前設定実施済み数', delivered: '交付実施済み数' }

/** 申請・発行・交付の状況. */
export const statistics = {
  counters,
  title: '申請・交付の状況',
  on: '時点',
  asOf: (date: string) => `${date} 時点`,
  total: '累計数',
  week: '7日間の1日当たり平均',
  month: '前月の1日当たり平均',
  period: (from: string, to: string, working: number) => `${from}～${to}（開庁日${working}日）`,
  workingOnly: '※土日、祝日除く',
  none: '－',
  counter: '項目',
  day: '日',
  chart: (counter: string) => `${counter}、直近35日`,
  chartTitle: '直近35日の推移',
  most: (count: string) => `最大 ${count}`,
  table: '日ごとの数',
  closed: '閉庁日',
  loading: '集計しています…',
  note: '累計と平均は、この端末で受け付けた申請から数えます。訂正は起きた日にさかのぼって数えます。',
}
