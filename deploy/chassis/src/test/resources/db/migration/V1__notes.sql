-- What the small service of these tests owns: what it was told, in the order in which it was told.
CREATE TABLE note (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      text NOT NULL,
  number   int  NOT NULL
);
