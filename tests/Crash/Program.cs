using System;
using System.Globalization;
using CrmAddon.Crash;

switch (args)
{
    case ["child", var database, var seed]:
        using (var dataverse = Place.Open(database))
        {
            new Load(dataverse, Number(seed)).Run();
        }

        return 0;
    case ["imports", var database, var packages]:
        Imports.Run(database, packages);
        return 0;
    case [var kills, ..] when int.TryParse(kills, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        var lanes = args.Length > 1 ? Number(args[1]) : 2;
        return await new Run(count, lanes, args.Length > 2 ? Number(args[2]) : Environment.TickCount & 0xFFFFFF).All() ? 0 : 1;
    default:
        Console.WriteLine("KILLS [LANES] [SEED]   kills a local Dataverse under load so often (SIGKILL at random times, also while it starts),");
        Console.WriteLine("                       opens the file again each time, and says what is not whole; several lanes work beside each other");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
