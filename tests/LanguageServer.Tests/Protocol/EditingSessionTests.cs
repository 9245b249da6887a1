using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Tests.Protocol;

/// <summary>A program as it is written in an editor.</summary>
[TestClass]
public sealed class EditingSessionTests
{
    private const string Uri = "file:///programs/cloud.rules";

    private static readonly string Sample = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Samples", "cloud-infrastructure.rules")).ReplaceLineEndings("\n");

    private const string Small = "language 1\nprogram \"Cloud\" in USD\nrole ISV, Reseller\n\ncredit \"Split\"\n  for deals\n  shares\n    ISV 100%\n";

    [TestMethod]
    public async Task Findings_come_with_the_version_they_are_of_and_go_when_the_text_is_right()
    {
        await using var server = await ServerProcess.StartReadyAsync(new { reference = "https://example.org/rules" });
        await server.OpenAsync(Uri, Small.Replace("100%", "90%", StringComparison.Ordinal));
        var found = (await server.FindingsAsync(Uri, 1)).EnumerateArray().Single();
        Assert.AreEqual("RUL0401", found.GetProperty("code").GetString());
        Assert.AreEqual("https://example.org/rules#rul0401", found.GetProperty("codeDescription").GetProperty("href").GetString());
        Assert.AreEqual(1, found.GetProperty("severity").GetInt32());
        Assert.AreEqual((6, 2), Start(found.GetProperty("range")));

        await server.ChangeAsync(Uri, 2, Change(7, 8, 7, 11, "100%"));
        Assert.AreEqual(0, (await server.FindingsAsync(Uri, 2)).GetArrayLength());

        await server.TellAsync("textDocument/didClose", new { textDocument = new { uri = Uri } });
        Assert.AreEqual(0, (await server.FindingsAsync(Uri, null)).GetArrayLength());
    }

    [TestMethod]
    public async Task The_newest_version_wins()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, Small);
        var line = 8;
        for (var version = 2; version <= 40; version++)
            await server.ChangeAsync(Uri, version, Change(line++, 0, line - 1, 0, "# typed\n"));
        Assert.AreEqual(0, (await server.FindingsAsync(Uri, 40)).GetArrayLength());
        Assert.IsTrue(Enumerable.Range(2, 38).Count(version => server.HasPublished(Uri, version)) < 38);
    }

    [TestMethod]
    public async Task A_rule_is_written_with_what_is_proposed()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, Small);
        await server.ChangeAsync(Uri, 2, Change(8, 0, 8, 0, "\ncredit \"Source wins\"\n  exception to "));
        CollectionAssert.AreEqual(new[] { "\"Split\"" }, await LabelsAsync(server, 10, 15));
        await server.ChangeAsync(Uri, 3, Change(10, 15, 10, 15, "\"Split\"\n  for deals\n  when deal.sour"));
        CollectionAssert.AreEqual(new[] { "deal.source", "deal.sourcing_partner" }, await LabelsAsync(server, 12, 16));
        await server.ChangeAsync(Uri, 4, Change(12, 16, 12, 16, "ce is "));
        CollectionAssert.AreEqual(
            new[] { "direct", "marketing", "referral", "partner", "marketplace" }, await LabelsAsync(server, 12, 22, " "));
        await server.ChangeAsync(Uri, 5, Change(12, 22, 12, 22, "referral and deal.sourcing_partner is known\n  all to deal.sourcing_partner\n"));
        Assert.AreEqual(0, (await server.FindingsAsync(Uri, 5)).GetArrayLength());
    }

    [TestMethod]
    public async Task Places_count_UTF_16_code_units()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        // A face is two code units, a letter with an accent one or two.
        await server.OpenAsync(Uri, Small + "# \U0001F600 e\u0301 \u00e9\ncredit \"B\U0001F600\" for deals exception to \"Split\" when deal.mot");
        var items = await server.AskAsync("textDocument/completion", At(9, 57));
        var edit = items.GetProperty("items").EnumerateArray().Single().GetProperty("textEdit");
        Assert.AreEqual((9, 49), Start(edit.GetProperty("range")));
        await server.ChangeAsync(Uri, 2, Change(8, 3, 8, 5, "xx"), Change(9, 49, 9, 57, "deal.motion is resale all to deal.oops"));
        var found = (await server.FindingsAsync(Uri, 2)).EnumerateArray().Single(one => one.GetProperty("code").GetString() == "RUL0201");
        Assert.AreEqual((9, 78), Start(found.GetProperty("range")));
    }

    [TestMethod]
    public async Task A_sample_is_asked_everything()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, Sample);
        Assert.IsTrue((await server.FindingsAsync(Uri, 1)).EnumerateArray().All(one => one.GetProperty("severity").GetInt32() == 2));
        var (line, character) = Place("deal.motion");
        var hover = await server.AskAsync("textDocument/hover", At(line, character));
        StringAssert.Contains(hover.GetProperty("contents").GetProperty("value").GetString(), "opportunity.cov_motion");

        (line, character) = Place("\"Source wins\"");
        var definition = (await server.AskAsync("textDocument/definition", At(line, character + 3))).EnumerateArray().Single();
        Assert.AreEqual(PlaceOf("credit \"Source wins\"", 8), Start(definition.GetProperty("range")));
        Assert.AreEqual(2, (await server.AskAsync("textDocument/references", At(line, character + 3))).GetArrayLength());

        Assert.AreEqual((line, character + 1), Start(await server.AskAsync("textDocument/prepareRename", At(line, character + 3))));
        var renamed = await server.AskAsync("textDocument/rename", new { textDocument = new { uri = Uri }, position = new { line, character = character + 3 }, newName = "Sourced" });
        Assert.AreEqual(2, renamed.GetProperty("changes").GetProperty(Uri).GetArrayLength());

        var symbols = await server.AskAsync("textDocument/documentSymbol", new { textDocument = new { uri = Uri } });
        Assert.IsTrue(symbols.EnumerateArray().Any(one => one.GetProperty("name").GetString() == "MSP recurring share" && one.GetProperty("children").GetArrayLength() > 4));
        Assert.IsTrue((await server.AskAsync("textDocument/foldingRange", new { textDocument = new { uri = Uri } })).GetArrayLength() > 5);
        var colours = await server.AskAsync("textDocument/semanticTokens/full", new { textDocument = new { uri = Uri } });
        Assert.AreEqual(0, colours.GetProperty("data").GetArrayLength() % 5);
        Assert.AreEqual(0, (await server.AskAsync("textDocument/formatting", Formatting())).GetArrayLength());
    }

    [TestMethod]
    public async Task A_name_that_is_taken_is_refused_in_words()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, Sample);
        var (line, character) = Place("\"Source wins\"");
        var refused = await Assert.ThrowsAsync<RemoteRpcException>(() => server.AskAsync(
            "textDocument/rename", new { textDocument = new { uri = Uri }, position = new { line, character = character + 3 }, newName = "Registered reseller" }));
        Assert.AreEqual("\"Registered reseller\" is already the name of another credit rule", refused.Message);
    }

    [TestMethod]
    public async Task A_text_is_formatted_where_it_differs()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, Sample.Replace("  for deals and usage\n", "    for   deals and usage\n", StringComparison.Ordinal));
        var edit = (await server.AskAsync("textDocument/formatting", Formatting())).EnumerateArray().Single();
        Assert.AreEqual(PlaceOf("  for deals and usage\n", 0), Start(edit.GetProperty("range")));
        Assert.IsTrue(edit.GetProperty("newText").GetString()!.Length < 20);
    }

    [TestMethod]
    public async Task A_misspelt_word_is_corrected_by_a_quick_fix()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, Small.Replace("ISV 100%", "ISW 100%", StringComparison.Ordinal));
        var range = new { start = new { line = 7, character = 4 }, end = new { line = 7, character = 4 } };
        var fix = (await server.AskAsync("textDocument/codeAction", new { textDocument = new { uri = Uri }, range, context = new { diagnostics = Array.Empty<object>() } }))
            .EnumerateArray().Single();
        Assert.AreEqual("Write 'ISV'", fix.GetProperty("title").GetString());
        Assert.AreEqual("ISV", fix.GetProperty("edit").GetProperty("changes").GetProperty(Uri)[0].GetProperty("newText").GetString());
        Assert.AreEqual(0, (await server.AskAsync("textDocument/codeAction",
            new { textDocument = new { uri = Uri }, range, context = new { diagnostics = Array.Empty<object>(), only = new[] { "refactor" } } })).GetArrayLength());
    }

    [TestMethod]
    public async Task Questions_and_changes_go_on_beside_each_other()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, Sample);
        var (line, character) = Place("deal.motion");
        var answers = new System.Collections.Generic.List<Task<JsonElement>>();
        for (var i = 0; i < 100; i++)
        {
            // Each line that is put above moves the place down: an answer is about the text as it was when it was asked.
            await server.ChangeAsync(Uri, i + 2, Change(0, 0, 0, 0, "# above\n"));
            answers.Add(server.AskAsync("textDocument/hover", At(line + i + 1, character)));
            answers.Add(server.AskAsync("textDocument/completion", At(line + i + 1, character + 8)));
        }
        foreach (var (answer, i) in answers.Select((answer, i) => (answer, i)))
        {
            var got = await answer;
            if (i % 2 == 0)
                Assert.AreEqual((line + (i / 2) + 1, character), Start(got.GetProperty("range")));
            else
                Assert.IsTrue(got.GetProperty("items").GetArrayLength() > 0);
        }
    }

    private static object At(int line, int character) => new { textDocument = new { uri = Uri }, position = new { line, character } };

    private static object Formatting() => new { textDocument = new { uri = Uri }, options = new { tabSize = 2, insertSpaces = true } };

    private static object Change(int line, int character, int endLine, int endCharacter, string text) =>
        new { range = new { start = new { line, character }, end = new { line = endLine, character = endCharacter } }, text };

    private static (int Line, int Character) Start(JsonElement range) =>
        (range.GetProperty("start").GetProperty("line").GetInt32(), range.GetProperty("start").GetProperty("character").GetInt32());

    private static (int Line, int Character) Place(string what) => PlaceOf(what, 0);

    private static (int Line, int Character) PlaceOf(string what, int further)
    {
        var offset = Sample.IndexOf(what, StringComparison.Ordinal) + further;
        var before = Sample[..offset];
        return (before.Count(c => c == '\n'), offset - before.LastIndexOf('\n') - 1);
    }

    private static async Task<string[]> LabelsAsync(ServerProcess server, int line, int character, string? trigger = null)
    {
        var context = trigger is null ? (object)new { triggerKind = 1 } : new { triggerKind = 2, triggerCharacter = trigger };
        var list = await server.AskAsync(
            "textDocument/completion", new { textDocument = new { uri = Uri }, position = new { line, character }, context });
        return [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("label").GetString()!)];
    }
}
