/** The tests of the map, but for those that read its sources: the mutants have changed them. */
export default { test: { include: ['tests/**/*.test.ts'], exclude: ['tests/house/**'] } };
