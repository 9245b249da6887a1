using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed class LoopbackGraphTests
{
    [TestMethod]
    [DataRow("""{"subjekt":"x"}""", "RequestBodyRead", "The property 'subjekt' does not exist on type 'microsoft.graph.message'.")]
    [DataRow("""{"toRecipients":[{"email":{"address":"a@b"}}]}""", "RequestBodyRead", "The property 'email' does not exist on type 'microsoft.graph.recipient'.")]
    [DataRow("""{"internetMessageHeaders":[{"name":"Importance","value":"high"}]}""", "InvalidInternetMessageHeader", "The internet message header name must start with 'x-'")]
    [DataRow("no json", "BadRequest", "Unable to read JSON request payload.")]
    public async Task A_message_that_Graph_would_refuse_is_refused_in_its_words(string body, string code, string message)
    {
        using var folder = new TestFolder();
        await using var graph = await LoopbackGraph.StartAsync(folder["mails"]);
        var (status, answer) = await Post(graph, "messages", body);
        Assert.AreEqual(HttpStatusCode.BadRequest, status);
        Assert.AreEqual(code, (string?)answer!["error"]!["code"]);
        Assert.StartsWith(message, (string)answer["error"]!["message"]!);
        Assert.AreEqual(0, graph.Drafts);
    }

    [TestMethod]
    public async Task A_draft_is_sent_once_and_only_with_a_recipient()
    {
        using var folder = new TestFolder();
        await using var graph = await LoopbackGraph.StartAsync(folder["mails"]);
        var nobody = await Draft(graph, """{"subject":"To nobody"}""");
        var somebody = await Draft(graph, """{"subject":"a/b: \"c\"?","body":{"contentType":"text","content":"Hello"},"toRecipients":[{"emailAddress":{"address":"a@example.com"}}]}""");

        Assert.AreEqual(HttpStatusCode.BadRequest, (await Post(graph, $"messages/{nobody}/send")).Status);
        Assert.AreEqual(HttpStatusCode.Accepted, (await Post(graph, $"messages/{somebody}/send")).Status);
        Assert.AreEqual(HttpStatusCode.BadRequest, (await Post(graph, $"messages/{somebody}/send")).Status);
        Assert.AreEqual(HttpStatusCode.NotFound, (await Post(graph, "messages/unknown/send")).Status);

        Assert.AreSequenceEqual([new DeliveredMail("a/b: \"c\"?", "a@example.com", Path.Combine(folder["mails"], "a@example.com - a-b- -c--.txt"))], graph.Delivered);
        Assert.AreEqual(
            "From: partners@example.com\nTo: a@example.com\nSubject: a/b: \"c\"?\n\nHello", File.ReadAllText(graph.Delivered.Single().File));
    }

    [TestMethod]
    public async Task Mails_of_one_subject_have_files_of_their_own()
    {
        using var folder = new TestFolder();
        await using var graph = await LoopbackGraph.StartAsync(folder["mails"]);
        for (var i = 0; i < 3; i++)
        {
            var id = await Draft(graph, """{"subject":"Same","body":{"contentType":"html","content":"<body>x</body>"},"toRecipients":[{"emailAddress":{"address":"a@example.com"}}]}""");
            await Post(graph, $"messages/{id}/send");
        }

        Assert.AreSequenceEqual(
            ["a@example.com - Same (2).html", "a@example.com - Same (3).html", "a@example.com - Same.html"], graph.Delivered.Select(mail => Path.GetFileName(mail.File)));
    }

    [TestMethod]
    public async Task A_lost_answer_is_not_followed_by_the_same_request_again()
    {
        await using var world = await MailWorld.Create();
        world.Add("REG-000017");
        world.Graph.Faults.Next(GraphOperation.Send, GraphFault.DropAfterwards());
        await world.Run();
        Assert.AreEqual(1, world.Count(GraphOperation.Send));
        Assert.AreEqual(1, world.Count(GraphOperation.CreateDraft));
    }

    [TestMethod]
    public async Task What_the_sender_writes_fits_the_schema_of_Graph()
    {
        if (Repository.Shared("data/graph") is not { } shared)
        {
            Assert.Inconclusive("The schema of Graph's notification requests is not beside this repository (../shared/data/graph).");
            return;
        }

        await using var world = await MailWorld.Create();
        world.Add("REG-000017");
        await world.Run();
        var body = world.Graph.Requests.Single(request => request.Operation == GraphOperation.CreateDraft).Body!;

        var definitions = JsonNode.Parse(File.ReadAllText(Path.Combine(shared, "graph-notify.schema.json")))!["$defs"]!.AsObject();
        List<string> problems = [];
        Check(body, definitions["microsoft.graph.message"]!.AsObject(), definitions, "message", problems);

        Assert.AreSequenceEqual([], problems);
        Assert.AreEqual("relay@example.com", (string?)body["toRecipients"]![0]!["emailAddress"]!["address"]);
    }

    // As much of JSON Schema as that file uses for a message: properties, $ref, anyOf, items, type, enum, required.
    private static void Check(JsonNode? value, JsonObject schema, JsonObject definitions, string path, List<string> problems)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = definitions[reference[(reference.LastIndexOf('/') + 1)..]]!.AsObject();
        if (schema["anyOf"] is JsonArray any)
        {
            var attempts = any.Select(option =>
            {
                List<string> found = [];
                Check(value, option!.AsObject(), definitions, path, found);
                return found;
            }).ToList();
            if (attempts.All(found => found.Count > 0))
                problems.AddRange(attempts[0]);
            return;
        }

        if (schema["enum"] is JsonArray values && !values.Any(allowed => JsonNode.DeepEquals(allowed, value)))
            problems.Add($"{path}: {value} is none of the allowed values");
        if (schema["type"] is { } type && !(type as JsonArray ?? [type.DeepClone()]).Any(name => IsOfType(value, (string)name!)))
            problems.Add($"{path}: is no {type}");
        if (value is JsonArray array && schema["items"] is JsonObject items)
        {
            for (var i = 0; i < array.Count; i++)
                Check(array[i], items, definitions, $"{path}[{i}]", problems);
        }

        if (value is not JsonObject item)
            return;
        foreach (var required in schema["required"] as JsonArray ?? [])
        {
            if (!item.ContainsKey((string)required!))
                problems.Add($"{path}: {required} is missing");
        }

        foreach (var (name, property) in item)
        {
            if (name.Contains('@', StringComparison.Ordinal))
                continue;
            if (schema["properties"]?[name] is JsonObject definition)
                Check(property, definition, definitions, $"{path}.{name}", problems);
            else
                problems.Add($"{path}: unknown property {name}");
        }
    }

    private static bool IsOfType(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        _ => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
    };

    private static async Task<string> Draft(LoopbackGraph graph, string body) => (string)(await Post(graph, "messages", body)).Answer!["id"]!;

    private static async Task<(HttpStatusCode Status, JsonNode? Answer)> Post(LoopbackGraph graph, string path, string? body = null)
    {
        using var client = new HttpClient();
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri($"{graph.BaseUrl}/users/partners@example.com/{path}"), content);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
