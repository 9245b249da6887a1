using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.WebApi.Tests.Format;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>Runs the cases of Cases/*.http over HTTP.</summary>
[TestClass]
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    private static readonly Dictionary<string, IReadOnlyList<HttpCase>> Files = Directory.EnumerateFiles(Folder, "*.http")
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), HttpFile.Read);

    public static IEnumerable<object[]> Cases => Files.Values.SelectMany(cases => cases).Where(c => c.Name != Given).Select(c => new object[] { c.File, c.Name });

    private const string Given = "Given";

    [TestMethod]
    [DynamicData(nameof(Cases), DynamicDataDisplayName = nameof(NameOf))]
    public async Task The_answer_is_the_documented_one(string file, string name)
    {
        var cases = Files[file];
        var server = await Server.OfFile(file, async s =>
        {
            if (cases.FirstOrDefault(c => c.Name == Given) is { } given)
            {
                Assert.AreEqual(string.Empty, await new CaseRun(s).RunAsync(given), $"{file}: what is given");
            }
        });
        await server.Turn.WaitAsync();
        try
        {
            if (await new CaseRun(server).RunAsync(cases.Single(c => c.Name == name)) is { Length: > 0 } wrong)
            {
                Assert.Fail(wrong);
            }
        }
        finally
        {
            server.Turn.Release();
        }
    }

    [TestMethod]
    public void Names_of_cases_are_told_apart()
    {
        var doubled = Files.Values.SelectMany(c => c).GroupBy(c => c.ToString()).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.AreEqual(string.Empty, string.Join(", ", doubled));
    }

    [ClassCleanup]
    public static Task StopAsync() => Server.StopSharedAsync();

    public static string NameOf(System.Reflection.MethodInfo method, object[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return $"{data[0]}: {data[1]}";
    }
}
