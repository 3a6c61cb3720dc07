-- A shop as many programs make it in SQLite: types by affinity, names by chance.
CREATE TABLE [Artist] ([ArtistId] INTEGER PRIMARY KEY NOT NULL, [Name] NVARCHAR(120));
CREATE TABLE [Album] (
  [AlbumId] INTEGER PRIMARY KEY AUTOINCREMENT,
  [Title] NVARCHAR(160) NOT NULL,
  [ArtistId] INTEGER NOT NULL,
  FOREIGN KEY ([ArtistId]) REFERENCES [Artist] ([ArtistId]) ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE INDEX [IFK_AlbumArtistId] ON [Album] ([ArtistId]);
CREATE TABLE "Media Type" ("Media Type Id" BIGINT PRIMARY KEY, "Na""me" VARCHAR(120) UNIQUE, `größe` REAL, untyped);
CREATE TABLE Employee (
  EmployeeId INTEGER PRIMARY KEY,
  LastName TEXT NOT NULL COLLATE NOCASE,
  ReportsTo INTEGER REFERENCES Employee (EmployeeId) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  BirthDate DATETIME,
  HireDate DATE DEFAULT CURRENT_DATE
);
CREATE TABLE Customer (
  CustomerId INTEGER NOT NULL,
  FirstName VARCHAR(40) NOT NULL DEFAULT 'it''s',
  Email VARCHAR(60) NOT NULL CHECK (Email LIKE '%@%'),
  SupportRepId INTEGER REFERENCES Employee,
  Since TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  Active BOOLEAN DEFAULT 1,
  Balance NUMERIC(10, 2) DEFAULT (0.0),
  CONSTRAINT PK_Customer PRIMARY KEY (CustomerId),
  CONSTRAINT CK_Customer CHECK (Balance >= -100 AND FirstName <> ''),
  UNIQUE (Email, FirstName)
);
CREATE UNIQUE INDEX Customer_Email ON Customer (lower(Email), FirstName COLLATE NOCASE DESC) WHERE Active = 1;
CREATE TABLE Invoice (
  Number BIGINT PRIMARY KEY,
  CustomerId INTEGER NOT NULL REFERENCES Customer (CustomerId) ON UPDATE CASCADE ON DELETE RESTRICT,
  Net NUMERIC(10, 2) NOT NULL,
  Gross NUMERIC(12, 2) GENERATED ALWAYS AS (Net * 1.19) STORED,
  Tax AS (Net * 0.19)
);
CREATE VIEW Debtor AS SELECT CustomerId, FirstName FROM Customer WHERE Balance < 0;
CREATE VIEW Bad_Debtor AS SELECT d.CustomerId FROM Debtor d JOIN Invoice i ON i.CustomerId = d.CustomerId;
CREATE VIEW A_View AS SELECT CustomerId FROM Bad_Debtor;
INSERT INTO Artist (Name) VALUES ('AC/DC; live');
