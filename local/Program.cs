using System;

Console.WriteLine("CrmAddon.Local: a local Dataverse on SQLite.");
