/** Of the chart, in its own units. */
export const chartSize = { width: 700, height: 120, gap: 4 } as const

export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One bar a day, the highest as high as the chart; what is not zero can be seen. */
export function barsOf(values: readonly number[], { width, height, gap }: { readonly width: number; readonly height: number; readonly gap: number } = chartSize): Bar[] {
  const most = Math.max(1, ...values)
  const step = values.length === 0 ? 0 : width / values.length
  return values.map((value, index) => {
    const tall = value === 0 ? 0 : Math.max(2, (height * value) / most)
    return { x: index * step + gap / 2, y: height - tall, width: step - gap, height: tall }
  })
}
