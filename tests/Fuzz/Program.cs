using System;
using System.Globalization;
using CrmAddon.Fuzz;

if (args is not [var minutes, ..] || !double.TryParse(minutes, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length))
{
    Console.WriteLine("MINUTES [SEED]   breaks programs at random for so long, those of the text cases and generated ones, on a stack of 256 KB:");
    Console.WriteLine("                 checks, formats, asks what an editor asks, judges cases, explains them");
    Console.WriteLine("                 what crashes or hangs it is left in fuzz-running.rules, what goes wrong in fuzz-found-*.rules");
    return 2;
}
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
return new Run(seed).For(TimeSpan.FromMinutes(length)) ? 0 : 1;
