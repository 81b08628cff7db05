/** Logistic regression with an L2 penalty, by gradient descent on standardized features; classes weigh the same. */
export interface Example {
  features: readonly number[]
  positive: boolean
}

export interface LogisticModel {
  intercept: number
  /** One a feature, on the features' own scale. */
  coefficients: number[]
}

const STEPS = 4000
const RATE = 0.3

export function fitLogistic(examples: readonly Example[], penalty = 0.01): LogisticModel {
  const width = examples[0]?.features.length ?? 0
  const columns = Array.from({ length: width }, (_, column) =>
    examples.map(({ features }) => features[column] ?? 0),
  )
  const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / column.length)
  const spreads = columns.map((column, index) => {
    const variance =
      column.reduce((sum, value) => sum + (value - (means[index] ?? 0)) ** 2, 0) / column.length
    return Math.sqrt(variance) || 1
  })
  const standard = examples.map(({ features }) =>
    features.map((value, index) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1)),
  )
  const positives = examples.filter(({ positive }) => positive).length
  const weightOf = (positive: boolean) => 0.5 / (positive ? positives : examples.length - positives)

  let intercept = 0
  const coefficients = new Array<number>(width).fill(0)
  for (let step = 0; step < STEPS; step += 1) {
    let slope = 0
    const slopes = coefficients.map((value) => penalty * value)
    examples.forEach(({ positive }, row) => {
      const features = standard[row] ?? []
      const logit = features.reduce(
        (sum, value, index) => sum + value * (coefficients[index] ?? 0),
        intercept,
      )
      const error = weightOf(positive) * (1 / (1 + Math.exp(-logit)) - Number(positive))
      slope += error
      features.forEach((value, index) => {
        slopes[index] = (slopes[index] ?? 0) + error * value
      })
    })
    intercept -= RATE * slope
    slopes.forEach((value, index) => {
      coefficients[index] = (coefficients[index] ?? 0) - RATE * value
    })
  }
  const own = coefficients.map((value, index) => value / (spreads[index] ?? 1))
  return {
    intercept: intercept - own.reduce((sum, value, index) => sum + value * (means[index] ?? 0), 0),
    coefficients: own,
  }
}

export function predict({ intercept, coefficients }: LogisticModel, features: readonly number[]): number {
  const logit = features.reduce((sum, value, index) => sum + value * (coefficients[index] ?? 0), intercept)
  return 1 / (1 + Math.exp(-logit))
}
