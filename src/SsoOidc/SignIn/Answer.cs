using System.Diagnostics.CodeAnalysis;

namespace SsoOidc;

/// <summary>Members that the service's model leaves optional but a sign-in cannot do without.</summary>
internal static class Answer
{
    public static T Require<T>([NotNull] T? value, string operation, string member)
        where T : class => value ?? throw Missing(operation, member);

    public static T Require<T>([NotNull] T? value, string operation, string member)
        where T : struct => value ?? throw Missing(operation, member);

    private static SsoException Missing(string operation, string member) =>
        new(
            $"The service answered {operation} without '{member}'. Check that the endpoint is one of IAM Identity Center."
        );
}
