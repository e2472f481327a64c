"""From validated file models to the records the engine runs on, one module per kind of rule file."""
