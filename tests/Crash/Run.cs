using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Crash;

/// <summary>Kills children in several lanes, each with a file of its own, and checks every file after every kill.</summary>
internal sealed class Run(int kills, int lanes, int seed)
{
    // A file grows with each life; the checks look at all of it.
    private const int LivesOfAFile = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-crash-").FullName;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _started;
    private int _killed;
    private int _whileStarting;
    private int _wrong;
    private long _boxes;
    private long _said;

    /// <returns>Whether nothing was wrong.</returns>
    public async Task<bool> All()
    {
        var prepared = Path.Combine(_folder, "prepared.db");
        Place.Open(prepared).Dispose();
        Console.WriteLine($"seed {seed}, {kills} kills in {lanes} lanes, files in {_folder}");
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(() => Lane(lane, prepared))));
        Tell();
        if (_wrong == 0)
        {
            Directory.Delete(_folder, recursive: true);
        }

        return _wrong == 0;
    }

    private async Task Lane(int lane, string prepared)
    {
        var database = Path.Combine(_folder, $"lane{lane}.db");
        for (var life = 0; Interlocked.Increment(ref _started) is var number && number <= kills; life++)
        {
            if (life % LivesOfAFile == 0)
            {
                Place.Copy(prepared, database);
            }

            await One(database, seed + (number * 7919), isLast: life % LivesOfAFile == LivesOfAFile - 1);
        }
    }

    private async Task One(string database, int ownSeed, bool isLast)
    {
        var (said, wasReady) = await Victim.KillOne(database, ownSeed);
        Report(database, ownSeed, [.. Invariants.Broken(database), .. Invariants.Lost(database, said)]);
        GoOn(database, ownSeed);
        Interlocked.Add(ref _said, said.Count);
        Interlocked.Add(ref _whileStarting, wasReady ? 0 : 1);
        if (isLast)
        {
            Interlocked.Add(ref _boxes, Invariants.Boxes(database));
        }

        if (Interlocked.Increment(ref _killed) % 100 == 0)
        {
            Tell();
        }
    }

    /// <summary>Opens the file as a user would, now and then; what was left undone is done then, and nothing else changes.</summary>
    private void GoOn(string database, int ownSeed)
    {
        if (ownSeed % 3 == 0)
        {
            return; // the next child has to take the open jobs over
        }

        using (var dataverse = Place.Open(database))
        {
            dataverse.Async.RunUntilIdle();
        }

        List<string> broken = Invariants.Broken(database);
        if (Invariants.OpenJobs(database) is > 0 and var open)
        {
            broken.Add($"{open} jobs did not come to an end");
        }

        Report(database, ownSeed, broken);
    }

    private void Report(string database, int ownSeed, List<string> problems)
    {
        if (problems.Count > 0)
        {
            Interlocked.Increment(ref _wrong);
            var kept = Path.Combine(_folder, $"wrong-{ownSeed}");
            Place.Keep(database, kept);
            Console.WriteLine($"seed {ownSeed}: {string.Join("; ", problems.Take(5))} (kept in {kept})");
        }
    }

    private void Tell() => Console.WriteLine(
        $"{_killed} kills ({_whileStarting} while starting), {_said} acknowledged operations, {_boxes} boxes in files that ended, {_wrong} wrong, {_watch.Elapsed:hh\\:mm\\:ss}");
}
