using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class ErrorReader
{
    public static ErrorTrait Read(string id, AstNode shape, AstContext context)
    {
        JsonFields? query = context.HasQueryErrors ? shape.Object(Trait.AwsQueryError) : null;
        long status = shape.Traits.Integer(Trait.HttpError) ?? query?.Integer("httpResponseCode") ?? 0;
        JsonFields? retryable = shape.Object(Trait.Retryable);
        return new ErrorTrait(
            query?.Text("code") ?? ShapeId.NameOf(id),
            status is > 0 and < 1000 ? (int)status : 0,
            IsServerFault(shape),
            retryable is not null,
            retryable?.Flag("throttling") ?? false
        );
    }

    private static bool IsServerFault(AstNode shape)
    {
        string? fault = shape.Text(Trait.Error);
        if (fault is not (null or "client" or "server"))
        {
            shape.Traits.Wrong(Trait.Error, "client or server", $"'{fault}'");
        }

        return fault == "server";
    }
}
