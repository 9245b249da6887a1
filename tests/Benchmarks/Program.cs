using System;
using BenchmarkDotNet.Running;
using CrmAddon.Benchmarks;

switch (args)
{
    case ["bulk", ..]:
        return BulkDeals.Run(args.Length > 1 ? args[1] : null);
    case ["rules", ..]:
        BenchmarkRunner.Run<RuleBenchmarks>(args: args[1..]);
        return 0;
    default:
        Console.WriteLine("bulk [FILE]   deals through the whole pipeline of the local Dataverse: deals a second, rows a second, memory; beside bare SQLite inserts of as many rows");
        Console.WriteLine("rules         checking, judging and explaining beside hand-written C# (BenchmarkDotNet)");
        return 2;
}
