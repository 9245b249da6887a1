using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using CrmAddon.Local.Pipeline;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Pipeline;

/// <summary>Every public member of the query classes is copied, also one that a later version of them adds.</summary>
[TestClass]
public sealed class CopyingQueries
{
    private const int Deepest = 5;

    [TestMethod]
    [DataRow(typeof(QueryExpression))]
    [DataRow(typeof(QueryByAttribute))]
    [DataRow(typeof(FetchExpression))]
    [DataRow(typeof(ColumnSet))]
    public void A_copy_says_the_same_and_shares_nothing(Type type)
    {
        var query = Filled(type, 0);

        Same(query, QueryCopy.Of(query), type.Name);
    }

    [TestMethod]
    public void A_query_without_optional_parts_is_copied()
    {
        var copy = (QueryByAttribute)QueryCopy.Of(new QueryByAttribute("account"))!;

        Assert.IsNull(copy.ColumnSet);
        Assert.IsNull(copy.PageInfo);
    }

    private static object Filled(Type type, int depth)
    {
        var made = Activator.CreateInstance(type, type == typeof(FetchExpression) ? ["<fetch/>"] : [])!;
        foreach (var property in Members(type))
        {
            if (typeof(IList).IsAssignableFrom(property.PropertyType))
            {
                var items = property.PropertyType.GetGenericArguments()[0];
                if (Value(items, property.Name, depth) is { } item)
                {
                    ((IList)property.GetValue(made)!).Add(item);
                }
            }
            else if (Value(property.PropertyType, property.Name, depth) is { } value)
            {
                property.SetValue(made, value);
            }
        }

        return made;
    }

    private static object? Value(Type declared, string name, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) || type == typeof(object) => name,
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 3,
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
            _ when IsQuery(type) => depth < Deepest ? Filled(type, depth + 1) : null,
            _ => throw new NotSupportedException($"{name} is a {type}: say here how to fill it."),
        };
    }

    private static void Same(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null || (expected is not IList && !IsQuery(expected.GetType())))
        {
            Assert.AreEqual(expected, actual, path);
            return;
        }

        Assert.AreNotSame(expected, actual, path);
        Assert.AreEqual(expected.GetType(), actual.GetType(), path);
        if (expected is IList items)
        {
            var copies = (IList)actual;
            Assert.AreEqual(items.Count, copies.Count, path);
            for (var i = 0; i < items.Count; i++)
            {
                Same(items[i], copies[i], $"{path}[{i}]");
            }

            return;
        }

        foreach (var property in Members(expected.GetType()))
        {
            Same(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
        }
    }

    private static PropertyInfo[] Members(Type type) => [.. type.GetProperties().Where(p => p.Name != "ExtensionData")];

    private static bool IsQuery(Type type) => type.IsClass && type.Namespace == typeof(QueryBase).Namespace;
}
