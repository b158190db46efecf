using System.Collections;
using System.Reflection;

namespace SsoOidcGen.Tests.Incrementality;

/// <summary>Walks an object graph by its fields and finds what belongs to the compiler.</summary>
internal static class CompilerObjects
{
    /// <summary>The types found: kept between runs, such an object holds a whole compilation in memory.</summary>
    public static IReadOnlyList<Type> In(object value)
    {
        List<Type> found = [];
        Walk(value, found, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Walk(object? value, List<Type> found, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            return;
        }

        if (value.GetType().Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
        {
            found.Add(value.GetType());
            return;
        }

        if (value is IEnumerable items && value.GetType().IsArray)
        {
            foreach (object? item in items)
            {
                Walk(item, found, seen);
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (
                FieldInfo field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                Walk(field.GetValue(value), found, seen);
            }
        }
    }
}
