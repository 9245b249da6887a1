using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Steps;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Plugins;

/// <summary>One call of a step: its context and services, and what its lines call by placeholders.</summary>
internal sealed partial class StepCall
{
    private readonly World _world;
    private OrganizationResponse? _response;

    public StepCall(IServiceProvider services, World world, Block step)
    {
        _world = world;
        Context = (IPluginExecutionContext4)services.GetService(typeof(IPluginExecutionContext4))!;
        Factory = (IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!;
        Tracing = (ITracingService)services.GetService(typeof(ITracingService))!;
        Service = Factory.CreateOrganizationService(Context.UserId);
        Step = step;
    }

    public Block Step { get; }

    public IPluginExecutionContext4 Context { get; }

    public IOrganizationServiceFactory Factory { get; }

    public ITracingService Tracing { get; }

    public IOrganizationService Service { get; }

    /// <summary>Sends an operation or a query; what comes back is {count}, {result.COLUMN} and {response.NAME} in later lines.</summary>
    public void Send(Block line, IOrganizationService service)
    {
        if (line.IsXml)
        {
            _response = service.Execute(new OrganizationRequest("RetrieveMultiple") { ["Query"] = new FetchExpression(line.Text) });
            return;
        }

        _response = service.Execute(new RequestReader(_world).Read(line));
        Outcome.Name(_world, line, _response);
    }

    /// <summary>The line with its placeholders filled. The README of the cases lists them.</summary>
    public string Fill(Block line, string text) => Placeholder().Replace(text, m => Value(m.Groups[1].Value) ?? throw line.Error($"{m.Value} is nothing here."));

    private string? Value(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (first, rest) = dot < 0 ? (name, null) : (name[..dot], name[(dot + 1)..]);
        return first switch
        {
            "message" => Context.MessageName,
            "stage" => Context.Stage.ToString(CultureInfo.InvariantCulture),
            "mode" => Context.Mode == 0 ? "synchronous" : "asynchronous",
            "depth" => Context.Depth.ToString(CultureInfo.InvariantCulture),
            "table" => Context.PrimaryEntityName,
            "row" => Text(Context.PrimaryEntityId),
            "transaction" => Context.IsInTransaction ? "yes" : "no",
            "user" => Text(Context.UserId),
            "initiating" => Text(Context.InitiatingUserId),
            "unit" => Text(Context.BusinessUnitId),
            "target" => rest is null ? Reference() : Of(Input("Target") as Entity, rest),
            "targets" => (Input("Targets") as EntityCollection)?.Entities.Count.ToString(CultureInfo.InvariantCulture) ?? "none",
            "before" => Image(Context.PreEntityImages, "before", rest),
            "after" => Image(Context.PostEntityImages, "after", rest),
            "both" => Image(Context.PreEntityImages, "both", rest) + "->" + Image(Context.PostEntityImages, "both", rest),
            "shared" => Text(Context.SharedVariables.TryGetValue(rest!, out var shared) ? shared : null),
            "input" => Text(Input(rest!)),
            "output" => Text(Context.OutputParameters.TryGetValue(rest!, out var output) ? output : null),
            "parent" => Parent(Context.ParentContext, rest),
            "count" => Rows()?.Entities.Count.ToString(CultureInfo.InvariantCulture),
            "result" => Of(Rows()?.Entities.FirstOrDefault() ?? _response?.Results.Values.OfType<Entity>().FirstOrDefault(), rest!),
            "response" => Text(_response!.Results.TryGetValue(rest!, out var value) ? value : null),
            _ => _world.Names.Find(name)?.Id.ToString(),
        };
    }

    private string Parent(IPluginExecutionContext? parent, string? rest) => rest switch
    {
        _ when parent is null => "none",
        null or "message" => parent.MessageName,
        "table" => parent.PrimaryEntityName,
        "depth" => parent.Depth.ToString(CultureInfo.InvariantCulture),
        "stage" => parent.Stage.ToString(CultureInfo.InvariantCulture),
        "parent" => Parent(parent.ParentContext, null),
        _ when rest.StartsWith("parent.", StringComparison.Ordinal) => Parent(parent.ParentContext, rest["parent.".Length..]),
        _ when rest.StartsWith("shared.", StringComparison.Ordinal) => Text(parent.SharedVariables.TryGetValue(rest["shared.".Length..], out var shared) ? shared : null),
        _ => "?",
    };

    private EntityCollection? Rows() => _response is not null && _response.Results.TryGetValue("EntityCollection", out var rows) ? rows as EntityCollection : null;

    private object? Input(string name) => Context.InputParameters.TryGetValue(name, out var value) ? value : null;

    private string Reference() => Context.PrimaryEntityId == Guid.Empty ? "none" : $"{Context.PrimaryEntityName}:{Context.PrimaryEntityId:D}";

    private string Image(EntityImageCollection images, string alias, string? rest) =>
        images.TryGetValue(alias, out var image) ? Of(image, rest ?? "columns") : "none";

    private string Of(Entity? row, string column) => row is null ? "none" : column switch
    {
        "columns" => string.Join(' ', row.Attributes.Keys.Order(StringComparer.Ordinal)),
        _ => row.Contains(column) ? Text(row[column]) : "absent",
    };

    private string Text(object? value) => value is null ? "null" : ValueText.Of(value, _world.Names);

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_.]*)\}")]
    private static partial Regex Placeholder();
}
