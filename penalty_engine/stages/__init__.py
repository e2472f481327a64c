"""The pipeline, one module per step. Each is a pure function of rulebook and facts: no input, no output, no clock."""
