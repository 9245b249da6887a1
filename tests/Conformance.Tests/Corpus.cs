using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Conformance;

/// <summary>Every case of the corpus is a test.</summary>
[TestClass]
public sealed class Corpus
{
    private static readonly ConcurrentDictionary<string, Lazy<Template>> Templates = new();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases");

    private static readonly Lazy<Dictionary<string, CaseFile>> Files = new(() =>
        Directory.EnumerateFiles(Folder, "*.case", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => CaseFile.Read(Folder, path)).ToDictionary(f => f.Name));

    /// <summary>All cases, or those whose file or title contains what CONFORMANCE_CASES says.</summary>
    public static IEnumerable<TestDataRow<(string File, int Line)>> Cases => Files.Value.Values
        .SelectMany(f => f.Cases.Select(c => new TestDataRow<(string, int)>((f.Name, c.Block.Line)) { DisplayName = c.ToString() }))
        .Where(c => c.DisplayName!.Contains(Environment.GetEnvironmentVariable("CONFORMANCE_CASES") ?? string.Empty, StringComparison.OrdinalIgnoreCase));

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Case(string file, int line)
    {
        var cases = Files.Value[file];
        var one = cases.Cases.First(c => c.Block.Line == line);
        try
        {
            Run(Templates.GetOrAdd(file, _ => new Lazy<Template>(() => new Template(cases.World))).Value, one);
        }
        catch (CaseException e)
        {
            Assert.Fail($"{one.Title}\n{e.Message}");
        }
    }

    [ClassCleanup]
    public static void Close()
    {
        foreach (var template in Templates.Values.Where(t => t.IsValueCreated))
        {
            template.Value.Dispose();
        }
    }

    private static void Run(Template template, Case one)
    {
        if (one.OnlyLooks)
        {
            new CaseRun(template.Shared).Run(one.Lines);
            return;
        }

        using var world = template.Open(one.Steps);
        new CaseRun(world).Run(one.Lines);
    }
}
