/** Logistic regression with an L2 penalty, by gradient descent on standardized features. */
export interface Example {
  features: readonly number[]
  positive: boolean
  /** How much it counts; 1 where it is absent. */
  weight?: number
}

export interface FitOptions {
  penalty?: number
  /** Whether both classes count the same, whatever their sizes: then probabilities are no frequencies. */
  balanced?: boolean
}

export interface LogisticModel {
  intercept: number
  /** One a feature, on the features' own scale. */
  coefficients: number[]
}

const STEPS = 4000
const RATE = 0.3

export function fitLogistic(
  examples: readonly Example[],
  { penalty = 0.01, balanced = true }: FitOptions = {},
): LogisticModel {
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
  const weightIn = (positive: boolean) =>
    examples.reduce((sum, each) => sum + (each.positive === positive ? (each.weight ?? 1) : 0), 0)
  const sizes = { positive: weightIn(true), negative: weightIn(false) }
  const weightOf = ({ positive, weight = 1 }: Example) =>
    balanced
      ? (0.5 * weight) / (positive ? sizes.positive : sizes.negative)
      : weight / (sizes.positive + sizes.negative)

  let intercept = 0
  const coefficients = new Array<number>(width).fill(0)
  for (let step = 0; step < STEPS; step += 1) {
    let slope = 0
    const slopes = coefficients.map((value) => penalty * value)
    examples.forEach((example, row) => {
      const features = standard[row] ?? []
      const logit = features.reduce(
        (sum, value, index) => sum + value * (coefficients[index] ?? 0),
        intercept,
      )
      const error = weightOf(example) * (1 / (1 + Math.exp(-logit)) - Number(example.positive))
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
