using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using Jint;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests;

/// <summary>The script behind the command bars, run against a form that writes down what it is asked: every button does what its custom API or state model takes.</summary>
[TestClass]
public sealed class CommandScriptTests
{
    private const string Row = "{11111111-2222-3333-4444-555555555555}";

    [TestMethod]
    public void A_status_is_set_after_what_was_typed_is_saved_and_the_form_shows_it()
    {
        var form = new FakeForm("cov_dispute") { IsDirty = true };

        form.Press("setStatus", "1, 2");

        Assert.AreEqual(
            """save; progress; update cov_dispute 11111111-2222-3333-4444-555555555555 {"statecode":1,"statuscode":2}; done; refresh; commands""", form.Log);
    }

    [TestMethod]
    public void What_is_final_is_asked_first_and_left_alone_when_declined()
    {
        var form = new FakeForm("cov_statement") { Confirms = false };

        form.Press("setStatus", "1, 2, 'pay'");

        Assert.AreEqual("ask pay", form.Log);
    }

    [TestMethod]
    public void A_form_that_cannot_be_saved_stops_the_command()
    {
        var form = new FakeForm("cov_statement") { IsDirty = true, Saves = false };

        form.Press("setStatus", "0, 770000000");

        Assert.AreEqual("save", form.Log);
    }

    [TestMethod]
    public void A_refusal_is_shown_as_it_comes()
    {
        var form = new FakeForm("cov_statement") { Refusal = "You look after this partner." };

        form.Press("setStatus", "0, 770000000");

        StringAssert.EndsWith(form.Log, "; done; error You look after this partner.");
    }

    [TestMethod]
    [DataRow("approveRegistration", "cov_dealregistration", "cov_ApproveRegistration", "Message")]
    [DataRow("rejectRegistration", "cov_dealregistration", "cov_RejectRegistration", "Message")]
    [DataRow("extendRegistration", "cov_dealregistration", "cov_ExtendRegistration", "Message")]
    [DataRow("closeMonth", "cov_period", "cov_CloseMonth", "Message")]
    [DataRow("previewRuleVersion", "cov_ruleversion", "cov_PreviewRuleVersion", "Summary")]
    [DataRow("explainRuling", "cov_ruling", "cov_ExplainRuling", "Text")]
    public void A_custom_API_is_called_with_what_it_takes_and_its_answer_shown(string function, string table, string api, string answer)
    {
        var form = new FakeForm(table);

        form.Press(function, "");

        var sent = form.Sent!.Value;
        Assert.AreEqual(api, sent.GetProperty("operationName").GetString());
        Assert.AreEqual(0, sent.GetProperty("operationType").GetInt32());
        var isBound = Definition(api, "customapi.xml").Single().Element("bindingtype")!.Value == "1";
        Assert.AreEqual(isBound ? "entity" : null, sent.GetProperty("boundParameter").GetString());
        if (isBound)
        {
            Assert.AreEqual(table, Definition(api, "customapi.xml").Single().Element("boundentitylogicalname")!.Value);
            Assert.AreEqual($"mscrm.{table} 5", Type(sent, "entity"));
            Assert.AreEqual($$"""{"entityType":"{{table}}","id":"{{Row.Trim('{', '}')}}"}""", sent.GetProperty("values").GetProperty("entity").GetRawText());
        }

        var takes = Definition(api, "customapirequestparameter.xml").ToDictionary(p => p.Attribute("uniquename")!.Value);
        var given = sent.GetProperty("parameterTypes").EnumerateObject().Select(p => p.Name).Where(n => n != "entity").ToList();
        CollectionAssert.IsSubsetOf(given, takes.Keys);
        CollectionAssert.IsSubsetOf(takes.Values.Where(p => p.Element("isoptional")!.Value == "0").Select(p => p.Attribute("uniquename")!.Value).ToList(), given);
        foreach (var name in given)
            Assert.AreEqual((takes[name].Element("type")!.Value switch { "9" => "Edm.Int32", "10" => "Edm.String", _ => "?" }) + " 1", Type(sent, name), name);
        CollectionAssert.Contains(Definition(api, "customapiresponseproperty.xml").Select(p => p.Attribute("uniquename")!.Value).ToList(), answer);
        StringAssert.EndsWith(form.Log, $"; done; refresh; commands; tell the {answer}");
    }

    [TestMethod]
    public void A_month_is_closed_by_the_code_of_its_program()
    {
        var form = new FakeForm("cov_period");

        form.Press("closeMonth", "");

        Assert.AreEqual("""{"Program":"CLOUD","Month":"2026-03"}""", form.Sent!.Value.GetProperty("values").GetRawText());
        StringAssert.StartsWith(form.Log, "ask close-month; progress; ");
    }

    [TestMethod]
    public void A_registration_is_rejected_for_a_reason()
    {
        var form = new FakeForm("cov_dealregistration") { Reason = "null" };

        form.Press("rejectRegistration", "");

        Assert.AreEqual("tell choose-reason; focus cov_rejectionreason", form.Log);
    }

    [TestMethod]
    public void Texts_are_there_in_every_language_and_each_is_used()
    {
        var languages = Directory.GetFiles(Path.Combine(Repository.Solution, "WebResources", "cov_", "strings"), "*.resx").Order(StringComparer.Ordinal).ToList();
        CollectionAssert.AreEqual(new[] { "commands.1031.resx", "commands.1033.resx" }, languages.Select(Path.GetFileName).ToList());
        var texts = languages.Select(f => XDocument.Load(f).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value)).ToList();
        CollectionAssert.AreEqual(texts[0].Keys, texts[1].Keys);
        Assert.IsFalse(texts[0].Keys.Any(k => texts[0][k].Length == 0 || texts[0][k] == texts[1][k]));
        var callers = FakeForm.Script + string.Concat(Package.Files(Repository.Solution, "Entities", "RibbonDiff.xml").Select(File.ReadAllText));
        Assert.AreEqual("", string.Join(", ", texts[0].Keys.Where(k => !callers.Contains($"\"{k}\"", StringComparison.Ordinal))));
    }

    private static string Type(JsonElement sent, string parameter)
    {
        var type = sent.GetProperty("parameterTypes").GetProperty(parameter);
        return $"{type.GetProperty("typeName").GetString()} {type.GetProperty("structuralProperty").GetInt32()}";
    }

    private static IEnumerable<XElement> Definition(string api, string file) =>
        Directory.GetFiles(Path.Combine(Repository.Solution, "customapis", api), file, SearchOption.AllDirectories).Select(f => XDocument.Load(f).Root!);

    /// <summary>A form of a model-driven app with the client API as far as the script uses it.</summary>
    private sealed class FakeForm(string table)
    {
        public static string Script { get; } = File.ReadAllText(Path.Combine(Repository.Solution, "WebResources", "cov_", "scripts", "commands.js"));

        private readonly List<string> _log = [];

        public bool IsDirty { get; init; }

        public bool Saves { get; init; } = true;

        public bool Confirms { get; init; } = true;

        public string? Refusal { get; init; }

        public string Reason { get; init; } = "770000001";

        public JsonElement? Sent { get; private set; }

        public string Log => string.Join("; ", _log);

        public void Press(string function, string arguments)
        {
            using var engine = new Engine();
            engine.SetValue("log", (Action<string>)_log.Add);
            engine.SetValue("sent", (Action<string>)(json => Sent = JsonDocument.Parse(json).RootElement.Clone()));
            engine.SetValue("refusal", Refusal);
            engine.SetValue("confirms", Confirms);
            engine.SetValue("saves", Saves);
            engine.SetValue("dirty", IsDirty);
            engine.SetValue("table", table);
            engine.Execute($$"""
                const said = (what, value) => { log(what); return Promise.resolve(value); };
                const done = (what, value) => refusal ? Promise.reject(new Error(refusal)) : said(what, value);
                var Xrm = {
                    Utility: {
                        getResourceString: (file, key) => file === "cov_/strings/commands" ? key : "?",
                        showProgressIndicator: () => log("progress"),
                        closeProgressIndicator: () => log("done"),
                    },
                    Navigation: {
                        openConfirmDialog: o => said("ask " + o.text, { confirmed: confirms }),
                        openAlertDialog: o => said("tell " + o.text),
                        openErrorDialog: o => said("error " + o.message),
                    },
                    WebApi: {
                        updateRecord: (name, id, values) => done("update " + name + " " + id + " " + JSON.stringify(values)),
                        retrieveRecord: (name, id, options) => done("read " + name + " " + options, { cov_code: "CLOUD" }),
                        online: {
                            execute: request => {
                                const described = request.getMetadata();
                                described.values = Object.assign({}, request);
                                sent(JSON.stringify(described));
                                return done("call", { json: () => Promise.resolve({ Message: "the Message", Summary: "the Summary", Text: "the Text" }) });
                            },
                        },
                    },
                };
                const values = { cov_rejectionreason: {{Reason}}, cov_month: new Date(2026, 2, 1), cov_programid: [{ id: "{{Row}}" }] };
                const form = {
                    data: {
                        entity: { getId: () => "{{Row}}", getEntityName: () => table, getIsDirty: () => dirty },
                        save: () => { log("save"); return saves ? Promise.resolve() : Promise.reject(new Error("not saved")); },
                        refresh: () => said("refresh"),
                    },
                    ui: { refreshRibbon: () => log("commands") },
                    getAttribute: name => ({ getValue: () => values[name] }),
                    getControl: name => ({ setFocus: () => log("focus " + name) }),
                };
                """);
            engine.Execute(Script);
            engine.Evaluate($"CrmAddon.Commands.{function}(form{(arguments.Length > 0 ? ", " + arguments : "")})").UnwrapIfPromise();
        }
    }
}
