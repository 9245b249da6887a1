using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Registration;

/// <summary>Short ways to register something by rows, as the Plug-in Registration Tool does.</summary>
internal static class RegisteringWorld
{
    public static Guid Package(this World world, string content, string name = "fix_Emitted") => world.Service.Create(new Entity("pluginpackage")
    {
        ["name"] = name,
        ["uniquename"] = name,
        ["version"] = "1.2.3",
        ["content"] = content,
    });

    public static Guid One(this World world, string table, params (string Column, object Value)[] conditions)
    {
        var query = new QueryExpression(table);
        foreach (var (column, value) in conditions)
        {
            query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        }

        return world.Service.RetrieveMultiple(query).Entities.Single().Id;
    }

    public static Guid Type(this World world, string name) => world.One("plugintype", ("typename", name));

    public static Guid Message(this World world, string name) => world.One("sdkmessage", ("name", name));

    public static Guid Filter(this World world, string message, string table) =>
        world.One("sdkmessagefilter", ("sdkmessageid", world.Message(message)), ("primaryobjecttypecode", table));

    /// <summary>A synchronous step after the operation, unless the values say otherwise.</summary>
    public static Entity StepRow(this World world, string type, string message, string? table, params (string Column, object? Value)[] values)
    {
        var row = new Entity("sdkmessageprocessingstep")
        {
            ["name"] = $"{type}: {message} of {table ?? "any Entity"}",
            ["sdkmessageid"] = new EntityReference("sdkmessage", world.Message(message)),
            ["eventhandler"] = new EntityReference("plugintype", world.Type(type)),
            ["stage"] = new OptionSetValue(40),
            ["mode"] = new OptionSetValue(0),
            ["supporteddeployment"] = new OptionSetValue(0),
        };
        if (table is not null)
        {
            row["sdkmessagefilterid"] = new EntityReference("sdkmessagefilter", world.Filter(message, table));
        }

        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        return row;
    }

    public static Guid Step(this World world, string type, string message, string? table, params (string Column, object? Value)[] values) =>
        world.Service.Create(world.StepRow(type, message, table, values));

    public static Entity ImageRow(Guid step, int type, string property, string alias, string? columns = null) => new("sdkmessageprocessingstepimage")
    {
        ["name"] = alias,
        ["entityalias"] = alias,
        ["imagetype"] = new OptionSetValue(type),
        ["messagepropertyname"] = property,
        ["attributes"] = columns,
        ["sdkmessageprocessingstepid"] = new EntityReference("sdkmessageprocessingstep", step),
    };

    public static void Switch(this World world, Guid step, bool on) => world.Service.Update(new Entity("sdkmessageprocessingstep", step)
    {
        ["statecode"] = new OptionSetValue(on ? 0 : 1),
        ["statuscode"] = new OptionSetValue(on ? 1 : 2),
    });

    /// <summary>What the emitted class says when an account is created; empty where none runs.</summary>
    public static string Said(this World world)
    {
        try
        {
            world.Account();
            return "";
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            return e.Detail.Message ?? "";
        }
    }

    public static string Names(this World world, string table, string column = "name") =>
        string.Join(",", world.All(table, column).Select(r => r.GetAttributeValue<string>(column)).Order(StringComparer.Ordinal));

    public static void AreEqual(string expected, IEnumerable<string> actual) => Assert.AreEqual(expected, string.Join("\n", actual));
}
