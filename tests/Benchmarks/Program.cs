using System;
using BenchmarkDotNet.Running;
using CrmAddon.Benchmarks;
using CrmAddon.Benchmarks.Local;

switch (args)
{
    case ["bulk", ..]:
        return BulkDeals.Run(args.Length > 1 ? args[1] : null);
    case ["local", ..]:
        return LocalBenchmarks.Run(args[1..]);
    case ["rules", ..]:
        BenchmarkSwitcher.FromTypes([typeof(RateBenchmarks), typeof(SampleBenchmarks), typeof(CheckBenchmarks), typeof(ColdCheckBenchmarks)]).Run(args[1..]);
        return 0;
    default:
        Console.WriteLine("bulk [FILE]   deals through the whole pipeline of the local Dataverse: deals a second, rows a second, memory; beside bare SQLite inserts of as many rows");
        Console.WriteLine("local [ROWS] [PART...]   the local Dataverse beside bare SQLite: creates, start, a stream of a million rows, pages and aggregates over them");
        Console.WriteLine("rules -f *     the language: one rule beside hand-written C# and RulesEngine, the sample program, checking 300 rules warm and cold (BenchmarkDotNet)");
        return 2;
}
